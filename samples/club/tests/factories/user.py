"""Users for tests."""

import datetime as dt
import itertools
from typing import Any

from sqlalchemy.ext.asyncio import AsyncSession

from app.models.user import User

numbers = itertools.count(1)


async def create_user(session: AsyncSession, /, **values: Any) -> User:
    """Stores one; what is not given is made up."""
    number = next(numbers)
    values.setdefault("email", f"email-{number}@example.org")
    values.setdefault("password_hash", f"Password hash {number}")
    values.setdefault("verified_at", dt.datetime(2000, 1, 1, tzinfo=dt.UTC))
    values.setdefault("roles", {"number": number})
    values.setdefault("nickname", f"Nickname {number}")
    record = User(**values)
    session.add(record)
    await session.flush()
    return record
