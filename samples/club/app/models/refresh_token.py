"""The table of refresh tokens."""

import datetime as dt
import uuid
from typing import TYPE_CHECKING

from sqlalchemy import ForeignKey, String
from sqlalchemy.orm import Mapped, mapped_column, relationship

from app.db.record import Record
from app.db.types import UtcDateTime

if TYPE_CHECKING:
    from app.models.login_session import LoginSession


class RefreshToken(Record):
    __tablename__ = "refresh_tokens"

    token_hash: Mapped[str] = mapped_column(String(64), unique=True)
    expires_at: Mapped[dt.datetime] = mapped_column(UtcDateTime)
    used_at: Mapped[dt.datetime | None] = mapped_column(UtcDateTime)

    session_id: Mapped[uuid.UUID] = mapped_column(
        ForeignKey("login_sessions.id", ondelete="CASCADE"),
        index=True,
    )
    session: Mapped["LoginSession"] = relationship(foreign_keys=session_id, lazy="raise")
