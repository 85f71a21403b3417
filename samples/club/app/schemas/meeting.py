"""Meetings as requests say them and answers show them."""

import datetime as dt
import uuid

from pydantic import Field

from app.core.fields import Moment, Text
from app.core.pages import PageQuery, sortable
from app.core.schemas import RecordRead, RequestModel, absent


class MeetingCreate(RequestModel):
    """What creates one."""

    place: Text = Field(max_length=200)
    starts_at: Moment
    guest_ids: list[uuid.UUID] = Field(default=[], max_length=1000)


class MeetingUpdate(RequestModel):
    """What changes one: what is left out stays."""

    place: Text = Field(default_factory=absent, max_length=200)
    starts_at: Moment = Field(default_factory=absent)
    guest_ids: list[uuid.UUID] = Field(default_factory=absent, max_length=1000)


class MeetingRead(RecordRead):
    """What answers show."""

    host_id: uuid.UUID
    place: str
    starts_at: dt.datetime
    guest_ids: list[uuid.UUID]


class MeetingQuery(PageQuery):
    """What lists are sorted and filtered by."""

    sort: str = sortable("place", "starts_at", "created_at", "updated_at")
    place: Text = Field(default_factory=absent)
    starts_at: Moment = Field(default_factory=absent)
    host_id: uuid.UUID = Field(default_factory=absent)
