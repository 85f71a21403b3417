"""Categories for tests."""

import itertools
from typing import Any

from sqlalchemy.ext.asyncio import AsyncSession

from app.models.category import Category

numbers = itertools.count(1)


async def create_category(session: AsyncSession, /, **values: Any) -> Category:
    """Stores one; what is not given is made up."""
    number = next(numbers)
    values.setdefault("name", f"Name {number}")
    values.setdefault("slug", f"slug-{number}")
    record = Category(**values)
    session.add(record)
    await session.flush()
    return record
