"""One time tokens for tests."""

import datetime as dt
import itertools
from typing import Any

from sqlalchemy.ext.asyncio import AsyncSession

from app.models.one_time_token import OneTimeToken
from tests.factories.user import create_user

numbers = itertools.count(1)


async def create_one_time_token(session: AsyncSession, /, **values: Any) -> OneTimeToken:
    """Stores one; what is not given is made up."""
    number = next(numbers)
    values.setdefault("purpose", f"{number:06}")
    values.setdefault("token_hash", f"Token hash {number}")
    values.setdefault("binding", f"Binding {number}")
    values.setdefault("expires_at", dt.datetime(2000, 1, 1, tzinfo=dt.UTC))
    values.setdefault("used_at", dt.datetime(2000, 1, 1, tzinfo=dt.UTC))
    if "user" not in values:
        values["user"] = await create_user(session)
    record = OneTimeToken(**values)
    session.add(record)
    await session.flush()
    return record
