"""The databases of the tests: files in temporary folders."""

from pathlib import Path

import pytest


@pytest.fixture(scope="session")
def empty_database_url(tmp_path_factory: pytest.TempPathFactory) -> str:
    """A new database, the same for all tests."""
    return f"sqlite+aiosqlite:///{tmp_path_factory.mktemp('database')}/test.db"


@pytest.fixture
def own_database_url(tmp_path: Path) -> str:
    """A new database for one test alone."""
    return f"sqlite+aiosqlite:///{tmp_path}/own.db"
