"""The table of invoices."""

import datetime as dt
import uuid
from typing import TYPE_CHECKING

from sqlalchemy import ForeignKey, String
from sqlalchemy.orm import Mapped, mapped_column, relationship

from app.db.record import Record, utc_now
from app.db.types import UtcDateTime

if TYPE_CHECKING:
    from app.models.order import Order


class Invoice(Record):
    __tablename__ = "invoices"

    number: Mapped[str] = mapped_column(String(30), unique=True)
    issued_at: Mapped[dt.datetime] = mapped_column(UtcDateTime, default=utc_now)
    due: Mapped[dt.date]
    paid: Mapped[bool] = mapped_column(index=True, default=False, server_default="0")

    order_id: Mapped[uuid.UUID] = mapped_column(
        ForeignKey("orders.id", ondelete="CASCADE"),
        unique=True,
    )
    order: Mapped["Order"] = relationship(
        back_populates="invoice",
        foreign_keys=order_id,
        lazy="raise",
    )
