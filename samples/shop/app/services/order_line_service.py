"""What can be done with order lines."""

from app.core.service import Reference, Service
from app.db.session import SessionDep
from app.models.order import Order
from app.models.order_line import OrderLine
from app.models.product import Product
from app.repositories.order_line_repository import OrderLineRepository
from app.schemas.order_line import OrderLineCreate, OrderLineUpdate


class OrderLineService(Service[OrderLine, OrderLineCreate, OrderLineUpdate]):
    """The place for business rules: override a method of Service, or add one.

    What must hold of each that is stored is checked in `save`, before `super().save(record)`.
    """

    repository: OrderLineRepository
    references = (
        Reference("order_id", Order),
        Reference("product_id", Product),
    )

    def __init__(self, session: SessionDep) -> None:
        super().__init__(OrderLineRepository(session))
