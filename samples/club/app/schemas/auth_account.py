"""What people say of themselves, and no more: neither roles nor whether they are verified."""

import datetime as dt

from pydantic import Field

from app.core.fields import Email, Text
from app.core.schemas import RequestModel, absent
from app.db.record import utc_now
from app.schemas.auth import NewPassword


class Registration(RequestModel):
    """What opens an account."""

    email: Email
    password: NewPassword
    nickname: Text | None = Field(default=None, max_length=40)
    joined: dt.date = Field(default_factory=lambda: utc_now().date())


class AccountUpdate(RequestModel):
    """What changes one's own: what is left out stays."""

    nickname: Text | None = Field(default=None, max_length=40)
    joined: dt.date = Field(default_factory=absent)
