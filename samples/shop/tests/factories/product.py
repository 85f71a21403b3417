"""Products for tests."""

import datetime as dt
import itertools
from decimal import Decimal
from typing import Any

from sqlalchemy.ext.asyncio import AsyncSession

from app.models.product import Product

numbers = itertools.count(1)


async def create_product(session: AsyncSession, /, **values: Any) -> Product:
    """Stores one; what is not given is made up."""
    number = next(numbers)
    values.setdefault("name", f"Name {number}")
    values.setdefault("slug", f"slug-{number}")
    values.setdefault("description", f"Description {number}")
    values.setdefault("price", Decimal("0.00"))
    values.setdefault("weight", 0.0)
    values.setdefault("homepage", f"https://example.org/homepage-{number}")
    values.setdefault("released", dt.date(2000, 1, 1))
    record = Product(**values)
    session.add(record)
    await session.flush()
    return record
