"""Order lines for tests."""

from decimal import Decimal
from typing import Any

from sqlalchemy.ext.asyncio import AsyncSession

from app.models.order_line import OrderLine
from tests.factories.order import create_order
from tests.factories.product import create_product


async def create_order_line(session: AsyncSession, /, **values: Any) -> OrderLine:
    """Stores one; what is not given is made up."""
    values.setdefault("price", Decimal("0.00"))
    if "order" not in values:
        values["order"] = await create_order(session)
    if "product" not in values:
        values["product"] = await create_product(session)
    record = OrderLine(**values)
    session.add(record)
    await session.flush()
    return record
