"""Login sessions for tests."""

import datetime as dt
import itertools
from typing import Any

from sqlalchemy.ext.asyncio import AsyncSession

from app.models.login_session import LoginSession
from tests.factories.user import create_user

numbers = itertools.count(1)


async def create_login_session(session: AsyncSession, /, **values: Any) -> LoginSession:
    """Stores one; what is not given is made up."""
    number = next(numbers)
    values.setdefault("sid", f"Sid {number}")
    values.setdefault("user_agent", f"User agent {number}")
    values.setdefault("expires_at", dt.datetime(2000, 1, 1, tzinfo=dt.UTC))
    values.setdefault("revoked_at", dt.datetime(2000, 1, 1, tzinfo=dt.UTC))
    if "user" not in values:
        values["user"] = await create_user(session)
    record = LoginSession(**values)
    session.add(record)
    await session.flush()
    return record
