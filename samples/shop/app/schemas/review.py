"""Reviews as requests say them and answers show them."""

import uuid

from pydantic import Field

from app.core.fields import Int32, Text
from app.core.pages import PageQuery, sortable
from app.core.schemas import RecordRead, RequestModel, absent
from app.models.review import ReviewMood


class ReviewCreate(RequestModel):
    """What creates one."""

    product_id: uuid.UUID
    author_id: uuid.UUID
    moderator_id: uuid.UUID | None = None
    rating: int = Field(ge=1, le=5)
    body: Text
    mood: ReviewMood | None = None
    visible: bool = True


class ReviewUpdate(RequestModel):
    """What changes one: what is left out stays."""

    product_id: uuid.UUID = Field(default_factory=absent)
    author_id: uuid.UUID = Field(default_factory=absent)
    moderator_id: uuid.UUID | None = None
    rating: int = Field(default_factory=absent, ge=1, le=5)
    body: Text = Field(default_factory=absent)
    mood: ReviewMood | None = None
    visible: bool = Field(default_factory=absent)


class ReviewRead(RecordRead):
    """What answers show."""

    product_id: uuid.UUID
    author_id: uuid.UUID
    moderator_id: uuid.UUID | None
    rating: int
    body: str
    mood: ReviewMood | None
    visible: bool


class ReviewQuery(PageQuery):
    """What lists are sorted and filtered by."""

    sort: str = sortable("rating", "mood", "visible", "created_at", "updated_at")
    rating: Int32 = Field(default_factory=absent)
    mood: ReviewMood = Field(default_factory=absent)
    visible: bool = Field(default_factory=absent)
    product_id: uuid.UUID = Field(default_factory=absent)
    author_id: uuid.UUID = Field(default_factory=absent)
    moderator_id: uuid.UUID = Field(default_factory=absent)
