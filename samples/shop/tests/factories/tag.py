"""Tags for tests."""

import itertools
from typing import Any

from sqlalchemy.ext.asyncio import AsyncSession

from app.models.tag import Tag

numbers = itertools.count(1)


async def create_tag(session: AsyncSession, /, **values: Any) -> Tag:
    """Stores one; what is not given is made up."""
    number = next(numbers)
    values.setdefault("name", f"Name {number}")
    record = Tag(**values)
    session.add(record)
    await session.flush()
    return record
