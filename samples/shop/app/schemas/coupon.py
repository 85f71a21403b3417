"""Coupons as requests say them and answers show them."""

import datetime as dt
import uuid

from pydantic import Field

from app.core.fields import Int32, Text, TimeOfDay
from app.core.pages import PageQuery, sortable
from app.core.schemas import RecordRead, RequestModel, absent
from app.db.record import utc_now


class CouponCreate(RequestModel):
    """What creates one."""

    code: Text = Field(min_length=4, max_length=20)
    percent: int = Field(ge=1, le=100)
    valid_from: dt.date = Field(default_factory=lambda: utc_now().date())
    valid_until: dt.date | None = None
    opens_at: TimeOfDay = dt.time.fromisoformat("08:00Z")
    active: bool = True


class CouponUpdate(RequestModel):
    """What changes one: what is left out stays."""

    code: Text = Field(default_factory=absent, min_length=4, max_length=20)
    percent: int = Field(default_factory=absent, ge=1, le=100)
    valid_from: dt.date = Field(default_factory=absent)
    valid_until: dt.date | None = None
    opens_at: TimeOfDay = Field(default_factory=absent)
    active: bool = Field(default_factory=absent)


class CouponRead(RecordRead):
    """What answers show."""

    code: str
    percent: int
    valid_from: dt.date
    valid_until: dt.date | None
    opens_at: dt.time
    active: bool
    token: uuid.UUID


class CouponQuery(PageQuery):
    """What lists are sorted and filtered by."""

    sort: str = sortable(
        "code",
        "percent",
        "valid_from",
        "valid_until",
        "opens_at",
        "active",
        "token",
        "created_at",
        "updated_at",
    )
    code: Text = Field(default_factory=absent)
    percent: Int32 = Field(default_factory=absent)
    valid_from: dt.date = Field(default_factory=absent)
    valid_until: dt.date = Field(default_factory=absent)
    opens_at: TimeOfDay = Field(default_factory=absent)
    active: bool = Field(default_factory=absent)
    token: uuid.UUID = Field(default_factory=absent)
