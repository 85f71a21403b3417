"""Tags as requests say them and answers show them."""

from pydantic import Field

from app.core.fields import Text
from app.core.pages import PageQuery, sortable
from app.core.schemas import RecordRead, RequestModel, absent


class TagCreate(RequestModel):
    """What creates one."""

    name: Text = Field(max_length=40)


class TagUpdate(RequestModel):
    """What changes one: what is left out stays."""

    name: Text = Field(default_factory=absent, max_length=40)


class TagRead(RecordRead):
    """What answers show."""

    name: str


class TagQuery(PageQuery):
    """What lists are sorted and filtered by."""

    sort: str = sortable("name", "created_at", "updated_at")
    name: Text = Field(default_factory=absent)
