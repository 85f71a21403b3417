"""Lists, a page at a time."""

from typing import Any, Generic, TypeVar

from pydantic import BaseModel, ConfigDict, Field

from app.core.schemas import RequestModel

ItemT = TypeVar("ItemT")


class PageQuery(RequestModel):
    """Which part of a list is asked for, in which order."""

    limit: int = Field(default=20, ge=1, le=100)
    offset: int = Field(default=0, ge=0, le=2**63 - 1)
    sort: str


class Page(BaseModel, Generic[ItemT]):
    """A part of a list. Services fill it with records; answers show what is read of them."""

    model_config = ConfigDict(arbitrary_types_allowed=True)

    items: list[ItemT]
    total: int
    limit: int
    offset: int


def sortable(*keys: str) -> Any:
    """Takes keys with commas between them; a minus turns one around."""
    key = f"-?({'|'.join(keys)})"
    return Field(default="-created_at", pattern=f"^{key}(,{key})*$", max_length=500)
