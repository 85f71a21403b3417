"""Counts the rows of each table: `report_task.s()` writes the file of the day."""

import csv
import datetime as dt
from uuid import uuid4

from sqlalchemy import func, select

from app.core.settings import Settings
from app.models import Base
from app.workers.celery_app import celery
from app.workers.run import open_session, run


@celery.task(lane="slow")
def report_task() -> None:
    """Made again it replaces the one of that day, of which nobody sees a part."""
    counts = run(count_rows())
    folder = Settings().report_folder
    folder.mkdir(parents=True, exist_ok=True)
    part = folder / f".{uuid4().hex}.part"
    with part.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows([("table", "rows"), *counts])
    part.replace(folder / f"rows-{dt.datetime.now(dt.UTC):%Y-%m-%d}.csv")


async def count_rows() -> list[tuple[str, int]]:
    tables = sorted(Base.metadata.tables.items())
    async with open_session() as session:
        return [
            (name, await session.scalar(select(func.count()).select_from(table)) or 0)
            for name, table in tables
        ]
