"""Where orders are found."""

from sqlalchemy.orm import selectinload

from app.core.repository import Repository
from app.models.order import Order


class OrderRepository(Repository[Order]):
    model = Order
    loads = (
        selectinload(Order.customer),
        selectinload(Order.delivery),
        selectinload(Order.coupons),
    )
