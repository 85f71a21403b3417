"""The table of coupons."""

import datetime as dt
import uuid

from sqlalchemy import String
from sqlalchemy.orm import Mapped, mapped_column

from app.db.record import Record, utc_now
from app.db.types import UtcTime


class Coupon(Record):
    __tablename__ = "coupons"

    code: Mapped[str] = mapped_column(String(20), unique=True)
    percent: Mapped[int]
    valid_from: Mapped[dt.date] = mapped_column(default=lambda: utc_now().date())
    valid_until: Mapped[dt.date | None]
    opens_at: Mapped[dt.time] = mapped_column(UtcTime, default=dt.time.fromisoformat("08:00Z"))
    active: Mapped[bool] = mapped_column(default=True, server_default="1")
    token: Mapped[uuid.UUID] = mapped_column(default=uuid.uuid4)
