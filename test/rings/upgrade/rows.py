"""Stores a review with what it needs, or prints all rows: `python rows.py store | show`."""

import asyncio
import json
import sqlite3
import sys
from pathlib import Path

from sqlalchemy.ext.asyncio import AsyncSession

from app.core.settings import Settings
from app.db.engine import application_engine
from tests.factories.review import create_review


async def store() -> None:
    engine = application_engine(Settings().database_url)
    async with AsyncSession(engine) as session:
        for _ in range(3):
            await create_review(session)
        await session.commit()
    await engine.dispose()


def show() -> None:
    [database] = Path().glob("*.db")
    with sqlite3.connect(database) as connection:
        found = connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")
        tables = sorted(name for (name,) in found if name != "alembic_version")
        rows = {
            table: [[str(value) for value in row] for row in connection.execute(f"SELECT * FROM {table}")]
            for table in tables
        }
    print(json.dumps({table: sorted(kept) for table, kept in rows.items() if kept}))


if sys.argv[1] == "store":
    asyncio.run(store())
else:
    show()
