"""Customers as requests say them and answers show them."""

import datetime as dt
import uuid
from decimal import Decimal
from typing import Any

from pydantic import Field

from app.core.fields import Base64, Base64Out, Email, Int64, Json, Text
from app.core.pages import PageQuery, sortable
from app.core.schemas import RecordRead, RequestModel, absent


class CustomerCreate(RequestModel):
    """What creates one."""

    email: Email
    name: Text = Field(max_length=120)
    birthday: dt.date | None = None
    balance: Decimal = Field(default=Decimal(0), max_digits=12, decimal_places=2)
    points: int = Field(default=0, ge=0, le=2**63 - 1)
    newsletter: bool = False
    avatar: Base64 | None = None
    preferences: Json | None = None
    referrer_id: uuid.UUID | None = None


class CustomerUpdate(RequestModel):
    """What changes one: what is left out stays."""

    email: Email = Field(default_factory=absent)
    name: Text = Field(default_factory=absent, max_length=120)
    birthday: dt.date | None = None
    balance: Decimal = Field(default_factory=absent, max_digits=12, decimal_places=2)
    points: int = Field(default_factory=absent, ge=0, le=2**63 - 1)
    newsletter: bool = Field(default_factory=absent)
    avatar: Base64 | None = None
    preferences: Json | None = None
    referrer_id: uuid.UUID | None = None


class CustomerRead(RecordRead):
    """What answers show."""

    email: str
    name: str
    birthday: dt.date | None
    balance: Decimal
    points: int
    newsletter: bool
    avatar: Base64Out | None
    preferences: dict[str, Any] | list[Any] | None
    referrer_id: uuid.UUID | None


class CustomerQuery(PageQuery):
    """What lists are sorted and filtered by."""

    sort: str = sortable(
        "email",
        "name",
        "birthday",
        "balance",
        "points",
        "newsletter",
        "created_at",
        "updated_at",
    )
    email: Email = Field(default_factory=absent)
    name: Text = Field(default_factory=absent)
    birthday: dt.date = Field(default_factory=absent)
    balance: Decimal = Field(default_factory=absent, max_digits=12, decimal_places=2)
    points: Int64 = Field(default_factory=absent)
    newsletter: bool = Field(default_factory=absent)
    referrer_id: uuid.UUID = Field(default_factory=absent)
