"""Orders for tests."""

import datetime as dt
from typing import Any

from sqlalchemy.ext.asyncio import AsyncSession

from app.models.order import Order
from tests.factories.customer import create_customer


async def create_order(session: AsyncSession, /, **values: Any) -> Order:
    """Stores one; what is not given is made up."""
    values.setdefault("wanted_by", dt.datetime(2000, 1, 1, tzinfo=dt.UTC))
    if "customer" not in values:
        values["customer"] = await create_customer(session)
    record = Order(**values)
    session.add(record)
    await session.flush()
    return record
