"""Alembic, run the way a developer runs it."""

import logging
import shutil
import sqlite3
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from alembic import command
from alembic.config import Config
from sqlalchemy import (
    CheckConstraint,
    Column,
    ForeignKey,
    Index,
    Integer,
    Table,
    Text,
    UniqueConstraint,
)

from app.models import Base

PROJECT = Path(__file__).parent.parent
TABLE = "drawn_by_test"


@pytest.fixture
def database(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    path = tmp_path / "test.db"
    monkeypatch.setenv("DATABASE_URL", f"sqlite+aiosqlite:///{path}")
    return path


@pytest.fixture
def draw() -> Iterator[Callable[..., None]]:
    """Draws a table as a model would, or draws it anew."""

    def draw(*columns: Column[str]) -> None:
        if TABLE in Base.metadata.tables:
            Base.metadata.remove(Base.metadata.tables[TABLE])
        Table(
            TABLE,
            Base.metadata,
            Column("id", Integer, primary_key=True),
            Column("parent_id", ForeignKey(f"{TABLE}.id")),
            *columns,
            CheckConstraint("title <> ''", name="title_given"),
            Index(None, "title"),
            UniqueConstraint("title"),
        )

    yield draw
    Base.metadata.remove(Base.metadata.tables[TABLE])


def test_the_migrations_make_what_the_models_say_and_take_it_back(database: Path) -> None:
    config = Config(toml_file=PROJECT / "pyproject.toml")
    command.upgrade(config, "head")
    command.check(config)
    command.downgrade(config, "base")
    with sqlite3.connect(database) as connection:
        tables = connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")
        assert {name for (name,) in tables} <= {"alembic_version"}


def test_a_developer_sees_what_alembic_does(
    database: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    with monkeypatch.context() as patch:
        patch.setattr(logging.getLogger(), "handlers", [])
        command.upgrade(Config(toml_file=PROJECT / "pyproject.toml"), "head")
    assert "alembic.runtime.migration" in capsys.readouterr().err


def test_a_changed_model_gets_a_migration_that_works(
    tmp_path: Path, database: Path, draw: Callable[..., None]
) -> None:
    shutil.copy(PROJECT / "pyproject.toml", tmp_path)
    shutil.copytree(PROJECT / "migrations", tmp_path / "migrations")
    config = Config(toml_file=tmp_path / "pyproject.toml")

    def revise(message: str) -> str:
        command.upgrade(config, "head")
        command.revision(config, message, autogenerate=True)
        [path] = tmp_path.glob(f"migrations/versions/*_{message}.py")
        return path.read_text(encoding="utf-8")

    draw(Column("title", Text))
    created = revise("create")
    for name in ("pk_{}", "fk_{}_parent_id_{}", "ck_{}_title_given", "uq_{}_title", "ix_{}_title"):
        assert f'op.f("{name.format(TABLE, TABLE)}")' in created

    draw(Column("title", Text, server_default="untitled"), Column("body", Text))
    changed = revise("change")
    assert "op.batch_alter_table" in changed
    assert "untitled" in changed

    unchanged = revise("nothing")
    assert "import" not in unchanged
    assert unchanged.count("    pass") == 2
    command.downgrade(config, "base")
