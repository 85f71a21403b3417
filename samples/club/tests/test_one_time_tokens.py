"""One time tokens in the database."""

from sqlalchemy import inspect
from sqlalchemy.ext.asyncio import AsyncSession

from app.models.one_time_token import OneTimeToken
from tests.factories.one_time_token import create_one_time_token


async def test_what_is_stored_is_read_back(session: AsyncSession) -> None:
    record = await create_one_time_token(session)
    names = inspect(OneTimeToken).columns.keys()
    stored = {name: getattr(record, name) for name in names}
    await session.refresh(record)
    assert {name: getattr(record, name) for name in names} == stored
