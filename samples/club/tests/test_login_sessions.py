"""Login sessions in the database."""

from sqlalchemy import inspect
from sqlalchemy.ext.asyncio import AsyncSession

from app.models.login_session import LoginSession
from tests.factories.login_session import create_login_session


async def test_what_is_stored_is_read_back(session: AsyncSession) -> None:
    record = await create_login_session(session)
    names = inspect(LoginSession).columns.keys()
    stored = {name: getattr(record, name) for name in names}
    await session.refresh(record)
    assert {name: getattr(record, name) for name in names} == stored
