"""Products as requests say them and answers show them."""

import datetime as dt
import uuid
from decimal import Decimal

from pydantic import Field, FiniteFloat

from app.core.fields import Int32, Slug, Text, Url
from app.core.pages import PageQuery, sortable
from app.core.schemas import RecordRead, RequestModel, absent
from app.schemas.category import CategoryRead
from app.schemas.tag import TagRead


class ProductCreate(RequestModel):
    """What creates one."""

    name: Text = Field(max_length=120)
    slug: Slug = Field(max_length=255)
    summary: Text | None = Field(
        default="none yet: ask us",
        max_length=300,
        description='Shown in lists: one sentence, "quoted" or not',
    )
    description: Text | None = Field(default=None, max_length=20000)
    price: Decimal = Field(max_digits=10, decimal_places=2, ge=0)
    weight: FiniteFloat | None = None
    stock: int = Field(default=0, ge=0, le=2**31 - 1)
    homepage: Url | None = Field(default=None, max_length=2048)
    released: dt.date | None = None
    sku: uuid.UUID = Field(default_factory=uuid.uuid4)
    category_id: uuid.UUID | None = None
    tag_ids: list[uuid.UUID] = Field(default=[], max_length=1000)
    related_ids: list[uuid.UUID] = Field(default=[], max_length=1000)


class ProductUpdate(RequestModel):
    """What changes one: what is left out stays."""

    name: Text = Field(default_factory=absent, max_length=120)
    slug: Slug = Field(default_factory=absent, max_length=255)
    summary: Text | None = Field(default=None, max_length=300)
    description: Text | None = Field(default=None, max_length=20000)
    price: Decimal = Field(default_factory=absent, max_digits=10, decimal_places=2, ge=0)
    weight: FiniteFloat | None = None
    stock: int = Field(default_factory=absent, ge=0, le=2**31 - 1)
    homepage: Url | None = Field(default=None, max_length=2048)
    released: dt.date | None = None
    sku: uuid.UUID = Field(default_factory=absent)
    category_id: uuid.UUID | None = None
    tag_ids: list[uuid.UUID] = Field(default_factory=absent, max_length=1000)
    related_ids: list[uuid.UUID] = Field(default_factory=absent, max_length=1000)


class ProductRead(RecordRead):
    """What answers show."""

    name: str
    slug: str
    summary: str | None = Field(description='Shown in lists: one sentence, "quoted" or not')
    description: str | None
    price: Decimal
    weight: float | None
    stock: int
    homepage: str | None
    released: dt.date | None
    sku: uuid.UUID
    category_id: uuid.UUID | None
    tag_ids: list[uuid.UUID]
    related_ids: list[uuid.UUID]
    category: CategoryRead | None
    tags: list[TagRead]


class ProductQuery(PageQuery):
    """What lists are sorted and filtered by."""

    sort: str = sortable(
        "name",
        "slug",
        "summary",
        "price",
        "weight",
        "stock",
        "homepage",
        "released",
        "sku",
        "created_at",
        "updated_at",
    )
    name: Text = Field(default_factory=absent)
    slug: Text = Field(default_factory=absent)
    summary: Text = Field(default_factory=absent)
    price: Decimal = Field(default_factory=absent, max_digits=10, decimal_places=2)
    weight: FiniteFloat = Field(default_factory=absent)
    stock: Int32 = Field(default_factory=absent)
    homepage: Text = Field(default_factory=absent)
    released: dt.date = Field(default_factory=absent)
    sku: uuid.UUID = Field(default_factory=absent)
    category_id: uuid.UUID = Field(default_factory=absent)
