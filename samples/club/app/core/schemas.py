"""What the schemas of all records share."""

import datetime as dt
import uuid
from typing import Any

from pydantic import BaseModel, ConfigDict


class RequestModel(BaseModel):
    """A field that it does not know is an error, so that a misspelt one is noticed."""

    model_config = ConfigDict(extra="forbid")


class RecordRead(BaseModel):
    """Read from the attributes of a record."""

    model_config = ConfigDict(from_attributes=True)

    id: uuid.UUID
    created_at: dt.datetime
    updated_at: dt.datetime


def absent() -> Any:
    """The default of a field that may be left out, but not be null: `exclude_unset` drops it."""
    return None
