"""Customers for tests."""

import datetime as dt
import itertools
from typing import Any

from sqlalchemy.ext.asyncio import AsyncSession

from app.models.customer import Customer

numbers = itertools.count(1)


async def create_customer(session: AsyncSession, /, **values: Any) -> Customer:
    """Stores one; what is not given is made up."""
    number = next(numbers)
    values.setdefault("email", f"email-{number}@example.org")
    values.setdefault("name", f"Name {number}")
    values.setdefault("birthday", dt.date(2000, 1, 1))
    values.setdefault("avatar", b"stored")
    values.setdefault("preferences", {"number": number})
    values.setdefault("internal_note", f"Internal note {number}")
    record = Customer(**values)
    session.add(record)
    await session.flush()
    return record
