import asyncio

import pytest
from sqlalchemy import text
from sqlalchemy.exc import IntegrityError

from app.db.engine import application_engine


async def test_sqlite_holds_references_and_has_writers_wait(own_database_url: str) -> None:
    engine = application_engine(own_database_url)
    async with engine.begin() as connection:
        await connection.execute(text("CREATE TABLE trees (id INTEGER PRIMARY KEY, apples)"))
        await connection.execute(text("CREATE TABLE nests (tree INTEGER REFERENCES trees)"))
        await connection.execute(text("INSERT INTO trees VALUES (1, 0)"))
        with pytest.raises(IntegrityError, match="FOREIGN KEY"):
            await connection.execute(text("INSERT INTO nests VALUES (2)"))

    async def grow() -> None:
        async with engine.begin() as connection:
            apples = await connection.scalar(text("SELECT apples FROM trees"))
            await connection.execute(text("UPDATE trees SET apples = :n"), {"n": apples + 1})

    await asyncio.gather(*(grow() for _ in range(5)))
    async with engine.connect() as connection:
        assert await connection.scalar(text("SELECT apples FROM trees")) == 5
    await engine.dispose()
