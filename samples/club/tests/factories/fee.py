"""Fees for tests."""

from decimal import Decimal
from typing import Any

from sqlalchemy.ext.asyncio import AsyncSession

from app.models.fee import Fee
from tests.factories.user import create_user


async def create_fee(session: AsyncSession, /, **values: Any) -> Fee:
    """Stores one; what is not given is made up."""
    values.setdefault("amount", Decimal("0.00"))
    if "member" not in values:
        values["member"] = await create_user(session)
    record = Fee(**values)
    session.add(record)
    await session.flush()
    return record
