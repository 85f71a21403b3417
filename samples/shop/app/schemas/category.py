"""Categories as requests say them and answers show them."""

import uuid

from pydantic import Field

from app.core.fields import Slug, Text
from app.core.pages import PageQuery, sortable
from app.core.schemas import RecordRead, RequestModel, absent


class CategoryCreate(RequestModel):
    """What creates one."""

    name: Text = Field(max_length=80)
    slug: Slug = Field(max_length=255)
    parent_id: uuid.UUID | None = None
    highlight_id: uuid.UUID | None = None


class CategoryUpdate(RequestModel):
    """What changes one: what is left out stays."""

    name: Text = Field(default_factory=absent, max_length=80)
    slug: Slug = Field(default_factory=absent, max_length=255)
    parent_id: uuid.UUID | None = None
    highlight_id: uuid.UUID | None = None


class CategoryRead(RecordRead):
    """What answers show."""

    name: str
    slug: str
    parent_id: uuid.UUID | None
    highlight_id: uuid.UUID | None


class CategoryQuery(PageQuery):
    """What lists are sorted and filtered by."""

    sort: str = sortable("name", "slug", "created_at", "updated_at")
    name: Text = Field(default_factory=absent)
    slug: Text = Field(default_factory=absent)
    parent_id: uuid.UUID = Field(default_factory=absent)
    highlight_id: uuid.UUID = Field(default_factory=absent)
