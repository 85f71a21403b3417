"""Every model, in one place: Alembic compares the database with what is imported here."""

from app.db.base import Base
from app.models.address import Address
from app.models.category import Category
from app.models.coupon import Coupon
from app.models.customer import Customer
from app.models.invoice import Invoice
from app.models.order import Order
from app.models.order_line import OrderLine
from app.models.product import Product
from app.models.review import Review
from app.models.tag import Tag

__all__ = [
    "Address",
    "Base",
    "Category",
    "Coupon",
    "Customer",
    "Invoice",
    "Order",
    "OrderLine",
    "Product",
    "Review",
    "Tag",
]
