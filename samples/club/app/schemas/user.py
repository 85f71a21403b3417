"""Users as requests say them and answers show them."""

import datetime as dt

from pydantic import Field

from app.core.fields import Email, Text
from app.core.schemas import RecordRead, RequestModel, absent
from app.db.record import utc_now


class UserCreate(RequestModel):
    """What creates one."""

    email: Email
    active: bool = True
    nickname: Text | None = Field(default=None, max_length=40)
    joined: dt.date = Field(default_factory=lambda: utc_now().date())


class UserUpdate(RequestModel):
    """What changes one: what is left out stays."""

    email: Email = Field(default_factory=absent)
    active: bool = Field(default_factory=absent)
    nickname: Text | None = Field(default=None, max_length=40)
    joined: dt.date = Field(default_factory=absent)


class UserRead(RecordRead):
    """What answers show."""

    email: str
    verified_at: dt.datetime | None
    active: bool
    nickname: str | None
    joined: dt.date
