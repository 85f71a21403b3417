"""Order lines as requests say them and answers show them."""

import uuid
from decimal import Decimal

from pydantic import Field

from app.core.fields import Int32
from app.core.pages import PageQuery, sortable
from app.core.schemas import RecordRead, RequestModel, absent


class OrderLineCreate(RequestModel):
    """What creates one."""

    order_id: uuid.UUID
    product_id: uuid.UUID
    quantity: int = Field(default=1, ge=1, le=2**31 - 1)
    price: Decimal = Field(max_digits=10, decimal_places=2)


class OrderLineUpdate(RequestModel):
    """What changes one: what is left out stays."""

    order_id: uuid.UUID = Field(default_factory=absent)
    product_id: uuid.UUID = Field(default_factory=absent)
    quantity: int = Field(default_factory=absent, ge=1, le=2**31 - 1)
    price: Decimal = Field(default_factory=absent, max_digits=10, decimal_places=2)


class OrderLineRead(RecordRead):
    """What answers show."""

    order_id: uuid.UUID
    product_id: uuid.UUID
    quantity: int
    price: Decimal


class OrderLineQuery(PageQuery):
    """What lists are sorted and filtered by."""

    sort: str = sortable("quantity", "price", "created_at", "updated_at")
    quantity: Int32 = Field(default_factory=absent)
    price: Decimal = Field(default_factory=absent, max_digits=10, decimal_places=2)
    order_id: uuid.UUID = Field(default_factory=absent)
    product_id: uuid.UUID = Field(default_factory=absent)
