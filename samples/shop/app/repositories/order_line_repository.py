"""Where order lines are found."""

from app.core.repository import Repository
from app.models.order_line import OrderLine


class OrderLineRepository(Repository[OrderLine]):
    model = OrderLine
