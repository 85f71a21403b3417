"""The table of customers."""

import datetime as dt
import uuid
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from sqlalchemy import JSON, BigInteger, ForeignKey, LargeBinary, Numeric, String, Text
from sqlalchemy.orm import Mapped, mapped_column, relationship

from app.db.record import Record

if TYPE_CHECKING:
    from app.models.address import Address
    from app.models.order import Order
    from app.models.review import Review


class Customer(Record):
    __tablename__ = "customers"

    email: Mapped[str] = mapped_column(String(254), unique=True)
    name: Mapped[str] = mapped_column(String(120), index=True)
    birthday: Mapped[dt.date | None]
    balance: Mapped[Decimal] = mapped_column(
        Numeric(12, 2),
        default=Decimal(0),
        server_default="0.00",
    )
    points: Mapped[int] = mapped_column(BigInteger, default=0, server_default="0")
    newsletter: Mapped[bool] = mapped_column(default=False, server_default="0")
    avatar: Mapped[bytes | None] = mapped_column(LargeBinary)
    preferences: Mapped[dict[str, Any] | list[Any] | None] = mapped_column(JSON(none_as_null=True))
    internal_note: Mapped[str | None] = mapped_column(Text)

    referrer_id: Mapped[uuid.UUID | None] = mapped_column(
        ForeignKey("customers.id", ondelete="SET NULL"),
        index=True,
    )
    referrer: Mapped["Customer | None"] = relationship(
        back_populates="referred",
        foreign_keys=referrer_id,
        remote_side="Customer.id",
        lazy="raise",
    )

    addresses: Mapped[list["Address"]] = relationship(
        foreign_keys="Address.customer_id",
        back_populates="customer",
        lazy="raise",
        passive_deletes="all",
    )

    referred: Mapped[list["Customer"]] = relationship(
        foreign_keys="Customer.referrer_id",
        back_populates="referrer",
        lazy="raise",
        passive_deletes="all",
    )

    orders: Mapped[list["Order"]] = relationship(
        foreign_keys="Order.customer_id",
        back_populates="customer",
        lazy="raise",
        passive_deletes="all",
    )

    reviews: Mapped[list["Review"]] = relationship(
        foreign_keys="Review.author_id",
        back_populates="author",
        lazy="raise",
        passive_deletes="all",
    )
