"""Invoices as requests say them and answers show them."""

import datetime as dt
import uuid

from pydantic import Field

from app.core.fields import Moment, Text
from app.core.pages import PageQuery, sortable
from app.core.schemas import RecordRead, RequestModel, absent


class InvoiceCreate(RequestModel):
    """What creates one."""

    order_id: uuid.UUID
    number: Text = Field(max_length=30)
    due: dt.date
    paid: bool = False


class InvoiceUpdate(RequestModel):
    """What changes one: what is left out stays."""

    order_id: uuid.UUID = Field(default_factory=absent)
    number: Text = Field(default_factory=absent, max_length=30)
    due: dt.date = Field(default_factory=absent)
    paid: bool = Field(default_factory=absent)


class InvoiceRead(RecordRead):
    """What answers show."""

    order_id: uuid.UUID
    number: str
    issued_at: dt.datetime
    due: dt.date
    paid: bool


class InvoiceQuery(PageQuery):
    """What lists are sorted and filtered by."""

    sort: str = sortable("number", "issued_at", "due", "paid", "created_at", "updated_at")
    number: Text = Field(default_factory=absent)
    issued_at: Moment = Field(default_factory=absent)
    due: dt.date = Field(default_factory=absent)
    paid: bool = Field(default_factory=absent)
    order_id: uuid.UUID = Field(default_factory=absent)
