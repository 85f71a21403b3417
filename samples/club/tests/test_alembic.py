"""Alembic, run the way a developer runs it."""

import asyncio
import logging
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
import sqlalchemy as sa
from alembic import command
from alembic.config import Config

from app.db.engine import migration_engine
from app.models import Base

PROJECT = Path(__file__).parent.parent
TABLE = "drawn_by_test"


@pytest.fixture
def config(tmp_path: Path, own_database_url: str, monkeypatch: pytest.MonkeyPatch) -> Config:
    """Of a copy of the project, which a test may add migrations to, and of an empty database."""
    monkeypatch.setenv("DATABASE_URL", own_database_url)
    shutil.copy(PROJECT / "pyproject.toml", tmp_path)
    shutil.copytree(PROJECT / "migrations", tmp_path / "migrations")
    return Config(toml_file=tmp_path / "pyproject.toml")


@pytest.fixture
def draw() -> Iterator[Callable[..., None]]:
    """Draws a table as a model would, or draws it anew."""

    def draw(*columns: sa.Column[str]) -> None:
        if TABLE in Base.metadata.tables:
            Base.metadata.remove(Base.metadata.tables[TABLE])
        sa.Table(
            TABLE,
            Base.metadata,
            sa.Column("id", sa.Integer, primary_key=True),
            sa.Column("parent_id", sa.ForeignKey(f"{TABLE}.id"), index=True),
            *columns,
            sa.CheckConstraint("title <> ''", name="title_given"),
            sa.Index(None, "title"),
            sa.UniqueConstraint("title"),
        )

    yield draw
    Base.metadata.remove(Base.metadata.tables[TABLE])


async def tables_of(url: str) -> set[str]:
    async with migration_engine(url).connect() as connection:
        return set(await connection.run_sync(lambda sync: sa.inspect(sync).get_table_names()))


def test_the_migrations_make_what_the_models_say_and_take_it_back(
    config: Config, own_database_url: str
) -> None:
    for _ in range(2):
        command.upgrade(config, "head")
        command.check(config)
        assert asyncio.run(tables_of(own_database_url)) >= set(Base.metadata.tables)
        command.downgrade(config, "base")
        assert asyncio.run(tables_of(own_database_url)) <= {"alembic_version"}


def test_a_developer_sees_what_alembic_does(
    config: Config, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    with monkeypatch.context() as patch:
        patch.setattr(logging.getLogger(), "handlers", [])
        command.upgrade(config, "head")
    assert "alembic.runtime.migration" in capsys.readouterr().err


def test_a_changed_model_gets_a_migration_that_works(
    config: Config, tmp_path: Path, draw: Callable[..., None]
) -> None:
    def revise(what: str) -> str:
        command.upgrade(config, "head")
        command.revision(config, f"{TABLE} {what}", autogenerate=True)
        [path] = tmp_path.glob(f"migrations/versions/*_{TABLE}_{what}.py")
        return path.read_text(encoding="utf-8")

    draw(sa.Column("title", sa.String(50)))
    created = revise("created")
    for name in ("pk_{}", "fk_{}_parent_id_{}", "ck_{}_title_given", "uq_{}_title", "ix_{}_title"):
        assert f'op.f("{name.format(TABLE, TABLE)}")' in created
    assert "drop_index" not in created

    draw(sa.Column("title", sa.String(50), server_default="untitled"), sa.Column("body", sa.Text))
    changed = revise("changed")
    assert "op.batch_alter_table" in changed
    assert "untitled" in changed

    unchanged = revise("unchanged")
    assert "import" not in unchanged
    assert unchanged.count("    pass") == 2
    command.downgrade(config, "base")
