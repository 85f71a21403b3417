"""Announcements for tests."""

import itertools
from typing import Any

from sqlalchemy.ext.asyncio import AsyncSession

from app.models.announcement import Announcement
from tests.factories.user import create_user

numbers = itertools.count(1)


async def create_announcement(session: AsyncSession, /, **values: Any) -> Announcement:
    """Stores one; what is not given is made up."""
    number = next(numbers)
    values.setdefault("title", f"Title {number}")
    values.setdefault("body", f"Body {number}")
    if "author" not in values:
        values["author"] = await create_user(session)
    record = Announcement(**values)
    session.add(record)
    await session.flush()
    return record
