"""Invoices for tests."""

import datetime as dt
import itertools
from typing import Any

from sqlalchemy.ext.asyncio import AsyncSession

from app.models.invoice import Invoice
from tests.factories.order import create_order

numbers = itertools.count(1)


async def create_invoice(session: AsyncSession, /, **values: Any) -> Invoice:
    """Stores one; what is not given is made up."""
    number = next(numbers)
    values.setdefault("number", f"Number {number}")
    values.setdefault("due", dt.date(2000, 1, 1))
    if "order" not in values:
        values["order"] = await create_order(session)
    record = Invoice(**values)
    session.add(record)
    await session.flush()
    return record
