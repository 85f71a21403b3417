"""What the engine of a generated project promises: `engine.py URL`, in the folder of the project."""

import asyncio
import sys

from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncEngine

from app.db.engine import application_engine

TASKS = 10
KILL = {
    "postgresql": "SELECT pg_terminate_backend({})",
    "mysql": "KILL {}",
}
IDENTITY = {
    "postgresql": "SELECT pg_backend_pid()",
    "mysql": "SELECT CONNECTION_ID()",
}


async def prove_that_readers_who_write_wait(engine: AsyncEngine) -> None:
    async with engine.begin() as connection:
        await connection.execute(text("CREATE TABLE counter (total INTEGER)"))
        await connection.execute(text("INSERT INTO counter VALUES (0)"))

    async def count() -> None:
        async with engine.begin() as connection:
            await connection.execute(text("SELECT total FROM counter"))
            await connection.execute(text("UPDATE counter SET total = total + 1"))

    await asyncio.gather(*(count() for _ in range(TASKS)))
    async with engine.begin() as connection:
        total = await connection.scalar(text("SELECT total FROM counter"))
        await connection.execute(text("DROP TABLE counter"))
    if total != TASKS:
        raise SystemExit(f"{total} of {TASKS} transactions counted")


async def prove_that_a_closed_connection_is_replaced(pool: AsyncEngine, other: AsyncEngine) -> None:
    async with pool.connect() as connection:
        pooled = await connection.scalar(text(IDENTITY[pool.dialect.name]))
    async with other.connect() as connection:
        await connection.execute(text(KILL[pool.dialect.name].format(pooled)))
    await asyncio.sleep(0.1)
    async with pool.connect() as connection:
        if await connection.scalar(text(IDENTITY[pool.dialect.name])) == pooled:
            raise SystemExit("the connection was not closed")


async def main(url: str) -> None:
    engine, other = application_engine(url), application_engine(url)
    if engine.dialect.name in KILL:
        await prove_that_a_closed_connection_is_replaced(engine, other)
    await prove_that_readers_who_write_wait(engine)
    await engine.dispose()
    await other.dispose()


asyncio.run(main(sys.argv[1]))
