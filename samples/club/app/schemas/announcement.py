"""Announcements as requests say them and answers show them."""

import uuid

from pydantic import Field

from app.core.fields import Text
from app.core.pages import PageQuery, sortable
from app.core.schemas import RecordRead, RequestModel, absent


class AnnouncementCreate(RequestModel):
    """What creates one."""

    title: Text = Field(max_length=120)
    body: Text


class AnnouncementUpdate(RequestModel):
    """What changes one: what is left out stays."""

    title: Text = Field(default_factory=absent, max_length=120)
    body: Text = Field(default_factory=absent)


class AnnouncementRead(RecordRead):
    """What answers show."""

    title: str
    body: str
    author_id: uuid.UUID


class AnnouncementQuery(PageQuery):
    """What lists are sorted and filtered by."""

    sort: str = sortable("title", "created_at", "updated_at")
    title: Text = Field(default_factory=absent)
    author_id: uuid.UUID = Field(default_factory=absent)
