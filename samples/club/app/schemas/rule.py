"""Rules as requests say them and answers show them."""

from pydantic import Field

from app.core.fields import Text
from app.core.pages import PageQuery, sortable
from app.core.schemas import RecordRead, RequestModel, absent


class RuleCreate(RequestModel):
    """What creates one."""

    text: Text = Field(max_length=500)


class RuleUpdate(RequestModel):
    """What changes one: what is left out stays."""

    text: Text = Field(default_factory=absent, max_length=500)


class RuleRead(RecordRead):
    """What answers show."""

    text: str


class RuleQuery(PageQuery):
    """What lists are sorted and filtered by."""

    sort: str = sortable("text", "created_at", "updated_at")
    text: Text = Field(default_factory=absent)
