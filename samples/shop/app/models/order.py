"""The table of orders."""

import datetime as dt
import uuid
from enum import StrEnum
from typing import TYPE_CHECKING

from sqlalchemy import Column, ForeignKey, Table
from sqlalchemy.ext.associationproxy import AssociationProxy, association_proxy
from sqlalchemy.orm import Mapped, mapped_column, relationship

from app.db.base import Base
from app.db.record import Record, utc_now
from app.db.types import UtcDateTime, text_enum

if TYPE_CHECKING:
    from app.models.address import Address
    from app.models.coupon import Coupon
    from app.models.customer import Customer
    from app.models.invoice import Invoice
    from app.models.order_line import OrderLine


class OrderStatus(StrEnum):
    OPEN = "open"
    PAID = "paid"
    SHIPPED = "shipped"
    VALUE_2ND_ATTEMPT = "2nd-attempt"


orders_coupons = Table(
    "orders_coupons",
    Base.metadata,
    Column("order_id", ForeignKey("orders.id", ondelete="CASCADE"), primary_key=True),
    Column("coupon_id", ForeignKey("coupons.id", ondelete="CASCADE"), primary_key=True, index=True),
)


class Order(Record):
    __tablename__ = "orders"

    status: Mapped[OrderStatus] = mapped_column(
        text_enum(OrderStatus, name="status"),
        index=True,
        default=OrderStatus.OPEN,
        server_default="open",
    )
    placed_at: Mapped[dt.datetime] = mapped_column(UtcDateTime, default=utc_now)
    wanted_by: Mapped[dt.datetime | None] = mapped_column(UtcDateTime)

    customer_id: Mapped[uuid.UUID] = mapped_column(
        ForeignKey("customers.id", ondelete="RESTRICT"),
        index=True,
    )
    customer: Mapped["Customer"] = relationship(
        back_populates="orders",
        foreign_keys=customer_id,
        lazy="raise",
    )

    delivery_id: Mapped[uuid.UUID | None] = mapped_column(
        ForeignKey("addresses.id", ondelete="SET NULL"),
        index=True,
    )
    delivery: Mapped["Address | None"] = relationship(foreign_keys=delivery_id, lazy="raise")

    coupons: Mapped[list["Coupon"]] = relationship(
        secondary="orders_coupons",
        order_by="Coupon.id",
        lazy="raise",
        passive_deletes=True,
    )
    coupon_ids: AssociationProxy[list[uuid.UUID]] = association_proxy("coupons", "id")

    invoice: Mapped["Invoice | None"] = relationship(
        foreign_keys="Invoice.order_id",
        back_populates="order",
        lazy="raise",
        passive_deletes="all",
    )

    lines: Mapped[list["OrderLine"]] = relationship(
        foreign_keys="OrderLine.order_id",
        back_populates="order",
        lazy="raise",
        passive_deletes="all",
    )
