"""Linked identities for tests."""

import itertools
from typing import Any

from sqlalchemy.ext.asyncio import AsyncSession

from app.models.linked_identity import LinkedIdentity
from tests.factories.user import create_user

numbers = itertools.count(1)


async def create_linked_identity(session: AsyncSession, /, **values: Any) -> LinkedIdentity:
    """Stores one; what is not given is made up."""
    number = next(numbers)
    values.setdefault("provider", f"Provider {number}")
    values.setdefault("subject", f"Subject {number}")
    if "user" not in values:
        values["user"] = await create_user(session)
    record = LinkedIdentity(**values)
    session.add(record)
    await session.flush()
    return record
