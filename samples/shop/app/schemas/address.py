"""Addresses as requests say them and answers show them."""

import uuid

from pydantic import Field, FiniteFloat

from app.core.fields import Text
from app.core.pages import PageQuery, sortable
from app.core.schemas import RecordRead, RequestModel, absent


class AddressCreate(RequestModel):
    """What creates one."""

    customer_id: uuid.UUID
    street: Text = Field(max_length=200)
    city: Text = Field(max_length=120)
    country: Text = Field(default="DE", min_length=2, max_length=2)
    latitude: FiniteFloat | None = Field(default=None, ge=-90, le=90)
    longitude: FiniteFloat | None = Field(default=None, ge=-180, le=180)


class AddressUpdate(RequestModel):
    """What changes one: what is left out stays."""

    customer_id: uuid.UUID = Field(default_factory=absent)
    street: Text = Field(default_factory=absent, max_length=200)
    city: Text = Field(default_factory=absent, max_length=120)
    country: Text = Field(default_factory=absent, min_length=2, max_length=2)
    latitude: FiniteFloat | None = Field(default=None, ge=-90, le=90)
    longitude: FiniteFloat | None = Field(default=None, ge=-180, le=180)


class AddressRead(RecordRead):
    """What answers show."""

    customer_id: uuid.UUID
    street: str
    city: str
    country: str
    latitude: float | None
    longitude: float | None


class AddressQuery(PageQuery):
    """What lists are sorted and filtered by."""

    sort: str = sortable(
        "street",
        "city",
        "country",
        "latitude",
        "longitude",
        "created_at",
        "updated_at",
    )
    street: Text = Field(default_factory=absent)
    city: Text = Field(default_factory=absent)
    country: Text = Field(default_factory=absent)
    latitude: FiniteFloat = Field(default_factory=absent)
    longitude: FiniteFloat = Field(default_factory=absent)
    customer_id: uuid.UUID = Field(default_factory=absent)
