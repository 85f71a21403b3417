"""What SQLite does only where it is told to."""

import asyncio
from collections.abc import AsyncIterator

import pytest
from sqlalchemy import text
from sqlalchemy.exc import IntegrityError
from sqlalchemy.ext.asyncio import AsyncEngine

from app.db.engine import application_engine


@pytest.fixture
async def orchard(own_database_url: str) -> AsyncIterator[AsyncEngine]:
    engine = application_engine(own_database_url)
    async with engine.begin() as connection:
        await connection.execute(text("CREATE TABLE trees (id INTEGER PRIMARY KEY, apples)"))
        await connection.execute(text("CREATE TABLE nests (tree INTEGER REFERENCES trees)"))
        await connection.execute(text("INSERT INTO trees VALUES (1, 0)"))
    yield engine
    await engine.dispose()


async def test_a_reference_to_nothing_is_refused(orchard: AsyncEngine) -> None:
    async with orchard.begin() as connection:
        await connection.execute(text("INSERT INTO nests VALUES (1)"))
        with pytest.raises(IntegrityError, match="FOREIGN KEY"):
            await connection.execute(text("INSERT INTO nests VALUES (2)"))


async def test_who_reads_and_then_writes_has_read_what_is_there(orchard: AsyncEngine) -> None:
    async def grow() -> None:
        async with orchard.begin() as connection:
            apples = await connection.scalar(text("SELECT apples FROM trees"))
            await connection.execute(text("UPDATE trees SET apples = :n"), {"n": apples + 1})

    await asyncio.gather(*(grow() for _ in range(5)))
    async with orchard.connect() as connection:
        assert await connection.scalar(text("SELECT apples FROM trees")) == 5
