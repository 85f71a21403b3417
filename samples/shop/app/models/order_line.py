"""The table of order lines."""

import uuid
from decimal import Decimal
from typing import TYPE_CHECKING

from sqlalchemy import ForeignKey, Numeric, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from app.db.record import Record

if TYPE_CHECKING:
    from app.models.order import Order
    from app.models.product import Product


class OrderLine(Record):
    __tablename__ = "order_lines"
    __table_args__ = (UniqueConstraint("order_id", "product_id"),)

    quantity: Mapped[int] = mapped_column(default=1, server_default="1")
    price: Mapped[Decimal] = mapped_column(Numeric(10, 2))

    order_id: Mapped[uuid.UUID] = mapped_column(
        ForeignKey("orders.id", ondelete="CASCADE"),
        index=True,
    )
    order: Mapped["Order"] = relationship(
        back_populates="lines",
        foreign_keys=order_id,
        lazy="raise",
    )

    product_id: Mapped[uuid.UUID] = mapped_column(
        ForeignKey("products.id", ondelete="RESTRICT"),
        index=True,
    )
    product: Mapped["Product"] = relationship(foreign_keys=product_id, lazy="raise")
