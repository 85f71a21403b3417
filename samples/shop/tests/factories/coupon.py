"""Coupons for tests."""

import datetime as dt
import itertools
from typing import Any

from sqlalchemy.ext.asyncio import AsyncSession

from app.models.coupon import Coupon

numbers = itertools.count(1)


async def create_coupon(session: AsyncSession, /, **values: Any) -> Coupon:
    """Stores one; what is not given is made up."""
    number = next(numbers)
    values.setdefault("code", f"Code {number}")
    values.setdefault("percent", 1)
    values.setdefault("valid_until", dt.date(2000, 1, 1))
    record = Coupon(**values)
    session.add(record)
    await session.flush()
    return record
