"""Reviews for tests."""

import itertools
from typing import Any

from sqlalchemy.ext.asyncio import AsyncSession

from app.models.review import Review, ReviewMood
from tests.factories.customer import create_customer
from tests.factories.product import create_product

numbers = itertools.count(1)


async def create_review(session: AsyncSession, /, **values: Any) -> Review:
    """Stores one; what is not given is made up."""
    number = next(numbers)
    values.setdefault("rating", 1)
    values.setdefault("body", f"Body {number}")
    values.setdefault("mood", ReviewMood.HAPPY)
    if "product" not in values:
        values["product"] = await create_product(session)
    if "author" not in values:
        values["author"] = await create_customer(session)
    record = Review(**values)
    session.add(record)
    await session.flush()
    return record
