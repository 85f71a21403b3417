"""Refresh tokens in the database."""

from sqlalchemy import inspect
from sqlalchemy.ext.asyncio import AsyncSession

from app.models.refresh_token import RefreshToken
from tests.factories.refresh_token import create_refresh_token


async def test_what_is_stored_is_read_back(session: AsyncSession) -> None:
    record = await create_refresh_token(session)
    names = inspect(RefreshToken).columns.keys()
    stored = {name: getattr(record, name) for name in names}
    await session.refresh(record)
    assert {name: getattr(record, name) for name in names} == stored
