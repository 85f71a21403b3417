import asyncio
from pathlib import Path

import pytest
from httpx2 import AsyncClient

from app.api import health
from app.core.settings import Settings


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
    def settings(self, tmp_path: Path) -> Settings:
        return Settings(database_url=f"sqlite+aiosqlite:///{tmp_path}/gone/test.db")

    async def test_live_answers(self, client: AsyncClient) -> None:
        response = await client.get("/health/live")
        assert response.status_code == 200

    async def test_ready_says_what_failed_and_logs_why(
        self, client: AsyncClient, caplog: pytest.LogCaptureFixture
    ) -> None:
        response = await client.get("/health/ready")
        assert response.status_code == 503
        assert response.json() == {"status": "unavailable", "checks": {"database": "failed"}}
        assert "Health check database failed" in caplog.text
        assert "unable to open database file" in caplog.text


async def test_a_check_that_hangs_fails(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(health, "TIMEOUT_SECONDS", 0.01)
    assert await health.run_check("slow", asyncio.sleep(5)) == "failed"
