"""The table of addresses."""

import uuid
from typing import TYPE_CHECKING

from sqlalchemy import Double, ForeignKey, Index, String
from sqlalchemy.orm import Mapped, mapped_column, relationship

from app.db.record import Record

if TYPE_CHECKING:
    from app.models.customer import Customer


class Address(Record):
    __tablename__ = "addresses"
    __table_args__ = (Index(None, "country", "city"),)

    street: Mapped[str] = mapped_column(String(200))
    city: Mapped[str] = mapped_column(String(120), index=True)
    country: Mapped[str] = mapped_column(String(2), default="DE", server_default="DE")
    latitude: Mapped[float | None] = mapped_column(Double)
    longitude: Mapped[float | None] = mapped_column(Double)

    customer_id: Mapped[uuid.UUID] = mapped_column(
        ForeignKey("customers.id", ondelete="CASCADE"),
        index=True,
    )
    customer: Mapped["Customer"] = relationship(
        back_populates="addresses",
        foreign_keys=customer_id,
        lazy="raise",
    )
