"""The task that counts rows."""

import csv
import datetime as dt
from pathlib import Path

import pytest
from sqlalchemy import Column, Integer, MetaData, Table

from app.db.engine import application_engine
from app.models import Base
from app.workers.tasks.report import report_task

ORCHARD = MetaData()
APPLES, PEARS = (
    Table(name, ORCHARD, Column("id", Integer, primary_key=True)) for name in ("apples", "pears")
)


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("REPORT_FOLDER", str(tmp_path / "reports"))
    return tmp_path / "reports"


def rows_in(folder: Path) -> list[list[str]]:
    [path] = folder.iterdir()
    assert path.name == f"rows-{dt.datetime.now(dt.UTC):%Y-%m-%d}.csv"
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.reader(file))


async def test_it_counts_what_is_there_now(
    folder: Path, own_database_url: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("DATABASE_URL", own_database_url)
    monkeypatch.setattr(Base, "metadata", ORCHARD)
    engine = application_engine(own_database_url)
    async with engine.begin() as connection:
        await connection.run_sync(ORCHARD.create_all)
    for count in ("1", "2"):
        async with engine.begin() as connection:
            await connection.execute(APPLES.insert())
        report_task.delay().get()
        assert rows_in(folder) == [["table", "rows"], ["apples", count], ["pears", "0"]]
    await engine.dispose()


def test_each_table_of_the_project_has_a_row(
    folder: Path, database_url: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("DATABASE_URL", database_url)
    report_task.delay().get()
    assert [name for name, _ in rows_in(folder)] == ["table", *sorted(Base.metadata.tables)]
