"""The table of fees."""

import uuid
from decimal import Decimal
from typing import TYPE_CHECKING

from sqlalchemy import ForeignKey, Numeric
from sqlalchemy.orm import Mapped, mapped_column, relationship

from app.db.record import Record

if TYPE_CHECKING:
    from app.models.user import User


class Fee(Record):
    __tablename__ = "fees"

    amount: Mapped[Decimal] = mapped_column(Numeric(8, 2))
    paid: Mapped[bool] = mapped_column(default=False, server_default="0")

    member_id: Mapped[uuid.UUID] = mapped_column(
        ForeignKey("users.id", ondelete="RESTRICT"),
        index=True,
    )
    member: Mapped["User"] = relationship(foreign_keys=member_id, lazy="raise")
