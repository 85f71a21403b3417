"""The table of users."""

import datetime as dt
from typing import Any

from sqlalchemy import JSON, String
from sqlalchemy.orm import Mapped, mapped_column

from app.db.record import Record, utc_now
from app.db.types import UtcDateTime


class User(Record):
    __tablename__ = "users"

    email: Mapped[str] = mapped_column(String(254), unique=True)
    password_hash: Mapped[str | None] = mapped_column(String(255))
    verified_at: Mapped[dt.datetime | None] = mapped_column(UtcDateTime)
    active: Mapped[bool] = mapped_column(default=True, server_default="1")
    roles: Mapped[dict[str, Any] | list[Any] | None] = mapped_column(JSON(none_as_null=True))
    nickname: Mapped[str | None] = mapped_column(String(40))
    joined: Mapped[dt.date] = mapped_column(default=lambda: utc_now().date())
