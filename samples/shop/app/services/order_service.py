"""What can be done with orders."""

from app.core.service import Reference, Service
from app.db.session import SessionDep
from app.models.address import Address
from app.models.coupon import Coupon
from app.models.customer import Customer
from app.models.order import Order
from app.repositories.order_repository import OrderRepository
from app.schemas.order import OrderCreate, OrderUpdate


class OrderService(Service[Order, OrderCreate, OrderUpdate]):
    """The place for business rules: override a method of Service, or add one.

    What must hold of each that is stored is checked in `save`, before `super().save(record)`.
    """

    repository: OrderRepository
    references = (
        Reference("customer_id", Customer),
        Reference("delivery_id", Address),
        Reference("coupon_ids", Coupon, relation="coupons"),
    )

    def __init__(self, session: SessionDep) -> None:
        super().__init__(OrderRepository(session))
