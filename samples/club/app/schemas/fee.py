"""Fees as requests say them and answers show them."""

import uuid
from decimal import Decimal

from pydantic import Field

from app.core.pages import PageQuery, sortable
from app.core.schemas import RecordRead, RequestModel, absent


class FeeCreate(RequestModel):
    """What creates one."""

    member_id: uuid.UUID
    amount: Decimal = Field(max_digits=8, decimal_places=2, ge=0)
    paid: bool = False


class FeeUpdate(RequestModel):
    """What changes one: what is left out stays."""

    member_id: uuid.UUID = Field(default_factory=absent)
    amount: Decimal = Field(default_factory=absent, max_digits=8, decimal_places=2, ge=0)
    paid: bool = Field(default_factory=absent)


class FeeRead(RecordRead):
    """What answers show."""

    member_id: uuid.UUID
    amount: Decimal
    paid: bool


class FeeQuery(PageQuery):
    """What lists are sorted and filtered by."""

    sort: str = sortable("amount", "paid", "created_at", "updated_at")
    amount: Decimal = Field(default_factory=absent, max_digits=8, decimal_places=2)
    paid: bool = Field(default_factory=absent)
    member_id: uuid.UUID = Field(default_factory=absent)
