"""The table of announcements."""

import uuid
from typing import TYPE_CHECKING

from sqlalchemy import ForeignKey, String, Text
from sqlalchemy.orm import Mapped, mapped_column, relationship

from app.db.record import Record

if TYPE_CHECKING:
    from app.models.user import User


class Announcement(Record):
    __tablename__ = "announcements"

    title: Mapped[str] = mapped_column(String(120))
    body: Mapped[str] = mapped_column(Text)

    author_id: Mapped[uuid.UUID] = mapped_column(
        ForeignKey("users.id", ondelete="RESTRICT"),
        index=True,
    )
    author: Mapped["User"] = relationship(foreign_keys=author_id, lazy="raise")
