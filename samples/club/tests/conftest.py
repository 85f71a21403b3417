"""Fixtures: an application of one's own, running, on a database that forgets, and its client."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest
from alembic import command
from alembic.config import Config
from fastapi import FastAPI
from httpx2 import ASGITransport, AsyncClient
from sqlalchemy.ext.asyncio import AsyncEngine, AsyncSession, async_sessionmaker

from app.core.settings import Settings
from app.db.engine import application_engine
from app.factory import create_app

pytest_plugins = [
    "tests.cheap_passwords",
    "tests.database",
    "tests.oauth",
    "tests.outbox",
    "tests.task_queue",
]


@pytest.fixture(autouse=True)
def own_environment(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A test stands in an empty folder, away from the settings of whoever runs it."""
    monkeypatch.chdir(tmp_path)
    for name in Settings.model_fields:
        monkeypatch.delenv(name.upper(), raising=False)
    monkeypatch.setenv("MAIL_FROM", "app@example.com")
    monkeypatch.setenv("MAIL_URL", "console:")
    monkeypatch.setenv("NOTIFICATION_KEY", "known-to-the-tests-xxxxxxxxxxxxx")
    monkeypatch.setenv("NOTIFICATION_URL", "console:")
    monkeypatch.setenv("PUBLIC_URL", "http://127.0.0.1:8000")
    monkeypatch.setenv("SECRET_KEY", "known-to-the-tests-xxxxxxxxxxxxx")


@pytest.fixture(scope="session")
def database_url(empty_database_url: str) -> str:
    """One database for all tests, as the migrations make it."""
    config = Config(toml_file=Path(__file__).parent.parent / "pyproject.toml")
    config.attributes["database_url"] = empty_database_url
    command.upgrade(config, "head")
    return empty_database_url


@pytest.fixture(scope="session")
async def engine(database_url: str) -> AsyncIterator[AsyncEngine]:
    engine = application_engine(database_url)
    yield engine
    await engine.dispose()


@pytest.fixture
async def sessions(engine: AsyncEngine) -> AsyncIterator[async_sessionmaker[AsyncSession]]:
    """Sessions in one transaction that is rolled back after the test, whatever they commit."""
    async with engine.connect() as connection:
        await connection.begin()
        yield async_sessionmaker(
            connection, expire_on_commit=False, join_transaction_mode="create_savepoint"
        )


@pytest.fixture
async def session(sessions: async_sessionmaker[AsyncSession]) -> AsyncIterator[AsyncSession]:
    """A session of the test. Requests have their own, and see what this one has flushed."""
    async with sessions() as session:
        yield session


@pytest.fixture
def settings(database_url: str) -> Settings:
    return Settings(database_url=database_url, environment="development")


@pytest.fixture
async def app(settings: Settings) -> AsyncIterator[FastAPI]:
    app = create_app(settings)
    async with app.router.lifespan_context(app):
        yield app


@pytest.fixture
async def client(
    app: FastAPI, sessions: async_sessionmaker[AsyncSession]
) -> AsyncIterator[AsyncClient]:
    app.state.sessions = sessions
    async with AsyncClient(transport=ASGITransport(app=app), base_url="http://test") as client:
        yield client
