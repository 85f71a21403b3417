"""The table of meetings."""

import datetime as dt
import uuid
from typing import TYPE_CHECKING

from sqlalchemy import Column, ForeignKey, String, Table
from sqlalchemy.ext.associationproxy import AssociationProxy, association_proxy
from sqlalchemy.orm import Mapped, mapped_column, relationship

from app.db.base import Base
from app.db.record import Record
from app.db.types import UtcDateTime

if TYPE_CHECKING:
    from app.models.user import User


meetings_guests = Table(
    "meetings_guests",
    Base.metadata,
    Column("meeting_id", ForeignKey("meetings.id", ondelete="CASCADE"), primary_key=True),
    Column("user_id", ForeignKey("users.id", ondelete="CASCADE"), primary_key=True, index=True),
)


class Meeting(Record):
    __tablename__ = "meetings"

    place: Mapped[str] = mapped_column(String(200))
    starts_at: Mapped[dt.datetime] = mapped_column(UtcDateTime)

    host_id: Mapped[uuid.UUID] = mapped_column(
        ForeignKey("users.id", ondelete="RESTRICT"),
        index=True,
    )
    host: Mapped["User"] = relationship(foreign_keys=host_id, lazy="raise")

    guests: Mapped[list["User"]] = relationship(
        secondary="meetings_guests",
        order_by="User.id",
        lazy="raise",
        passive_deletes=True,
    )
    guest_ids: AssociationProxy[list[uuid.UUID]] = association_proxy("guests", "id")
