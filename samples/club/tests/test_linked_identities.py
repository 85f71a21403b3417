"""Linked identities in the database."""

from sqlalchemy import inspect
from sqlalchemy.ext.asyncio import AsyncSession

from app.models.linked_identity import LinkedIdentity
from tests.factories.linked_identity import create_linked_identity


async def test_what_is_stored_is_read_back(session: AsyncSession) -> None:
    record = await create_linked_identity(session)
    names = inspect(LinkedIdentity).columns.keys()
    stored = {name: getattr(record, name) for name in names}
    await session.refresh(record)
    assert {name: getattr(record, name) for name in names} == stored
