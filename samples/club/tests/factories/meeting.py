"""Meetings for tests."""

import datetime as dt
import itertools
from typing import Any

from sqlalchemy.ext.asyncio import AsyncSession

from app.models.meeting import Meeting
from tests.factories.user import create_user

numbers = itertools.count(1)


async def create_meeting(session: AsyncSession, /, **values: Any) -> Meeting:
    """Stores one; what is not given is made up."""
    number = next(numbers)
    values.setdefault("place", f"Place {number}")
    values.setdefault("starts_at", dt.datetime(2000, 1, 1, tzinfo=dt.UTC))
    if "host" not in values:
        values["host"] = await create_user(session)
    record = Meeting(**values)
    session.add(record)
    await session.flush()
    return record
