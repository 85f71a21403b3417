import asyncio
import re

import pytest
from fastapi import FastAPI
from httpx2 import AsyncClient
from sqlalchemy.ext.asyncio import AsyncSession, async_sessionmaker

from app.api import health
from app.core.settings import Settings


@pytest.fixture
def sessions(app: FastAPI) -> async_sessionmaker[AsyncSession]:
    """Those that the application makes itself."""
    sessions: async_sessionmaker[AsyncSession] = app.state.sessions
    return sessions


async def test_live_answers(client: AsyncClient) -> None:
    response = await client.get("/health/live")
    assert response.status_code == 200
    assert response.json() == {"status": "ok"}


async def test_ready_asks_the_database(client: AsyncClient) -> None:
    response = await client.get("/health/ready")
    assert response.status_code == 200
    assert response.json() == {"status": "ok", "checks": {"database": "ok"}}


class TestWithoutDatabase:
    @pytest.fixture
    def settings(self, database_url: str) -> Settings:
        return Settings(database_url=f"{database_url}/lost")

    async def test_live_answers(self, client: AsyncClient) -> None:
        response = await client.get("/health/live")
        assert response.status_code == 200

    async def test_ready_says_what_failed_and_logs_why(
        self, client: AsyncClient, caplog: pytest.LogCaptureFixture
    ) -> None:
        response = await client.get("/health/ready")
        assert response.status_code == 503
        assert response.json() == {"status": "unavailable", "checks": {"database": "failed"}}
        assert re.search(r"Health check database failed: \w+Error\(", caplog.text)


async def test_a_check_that_hangs_fails(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(health, "TIMEOUT_SECONDS", 0.01)
    assert await health.run_check("slow", asyncio.sleep(5)) == "failed"
