"""Rules for tests."""

import itertools
from typing import Any

from sqlalchemy.ext.asyncio import AsyncSession

from app.models.rule import Rule

numbers = itertools.count(1)


async def create_rule(session: AsyncSession, /, **values: Any) -> Rule:
    """Stores one; what is not given is made up."""
    number = next(numbers)
    values.setdefault("text", f"Text {number}")
    record = Rule(**values)
    session.add(record)
    await session.flush()
    return record
