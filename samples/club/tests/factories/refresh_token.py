"""Refresh tokens for tests."""

import datetime as dt
import itertools
from typing import Any

from sqlalchemy.ext.asyncio import AsyncSession

from app.models.refresh_token import RefreshToken
from tests.factories.login_session import create_login_session

numbers = itertools.count(1)


async def create_refresh_token(session: AsyncSession, /, **values: Any) -> RefreshToken:
    """Stores one; what is not given is made up."""
    number = next(numbers)
    values.setdefault("token_hash", f"Token hash {number}")
    values.setdefault("expires_at", dt.datetime(2000, 1, 1, tzinfo=dt.UTC))
    values.setdefault("used_at", dt.datetime(2000, 1, 1, tzinfo=dt.UTC))
    if "session" not in values:
        values["session"] = await create_login_session(session)
    record = RefreshToken(**values)
    session.add(record)
    await session.flush()
    return record
