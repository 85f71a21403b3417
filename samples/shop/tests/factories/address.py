"""Addresses for tests."""

import itertools
from typing import Any

from sqlalchemy.ext.asyncio import AsyncSession

from app.models.address import Address
from tests.factories.customer import create_customer

numbers = itertools.count(1)


async def create_address(session: AsyncSession, /, **values: Any) -> Address:
    """Stores one; what is not given is made up."""
    number = next(numbers)
    values.setdefault("street", f"Street {number}")
    values.setdefault("city", f"City {number}")
    values.setdefault("latitude", -90.0)
    values.setdefault("longitude", -180.0)
    if "customer" not in values:
        values["customer"] = await create_customer(session)
    record = Address(**values)
    session.add(record)
    await session.flush()
    return record
