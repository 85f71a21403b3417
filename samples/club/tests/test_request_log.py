import json
import os
import socket
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from fastapi import APIRouter, FastAPI
from httpx2 import AsyncClient, get

from app.core.settings import Settings

router = APIRouter()


@router.get("/items/{token}")
async def read(token: str) -> str:
    if token == "broken":
        raise RuntimeError
    return token


@pytest.fixture
def settings(settings: Settings) -> Settings:
    update = {"environment": "production", "cors_origins": ["https://site.example"]}
    return settings.model_copy(update=update)


@pytest.fixture
def app(app: FastAPI) -> FastAPI:
    app.include_router(router, prefix="/one")
    app.include_router(router, prefix="/two")
    return app


def answers(capsys: pytest.CaptureFixture[str]) -> list[dict[str, Any]]:
    lines = map(json.loads, capsys.readouterr().err.splitlines())
    return [line for line in lines if line["message"] == "Answered"]


async def test_a_request_has_one_line(
    client: AsyncClient, capsys: pytest.CaptureFixture[str]
) -> None:
    await client.get("/two/items/hunter2?token=hunter2", headers={"X-Request-ID": "order-7"})
    [line] = answers(capsys)
    assert line.pop("time")
    assert 0 < line.pop("duration_ms") < 10_000
    assert line == {
        "level": "INFO",
        "logger": "app.middleware.request_log",
        "message": "Answered",
        "request_id": "order-7",
        "correlation_id": "order-7",
        "method": "GET",
        "route": "/two/items/{token}",
        "status": 200,
        "client": "127.0.0.1",
    }


@pytest.mark.parametrize(
    ("method", "path", "status", "route"),
    [
        ("GET", "/one/items/broken", 500, "/one/items/{token}"),
        ("DELETE", "/one/items/1", 405, None),
        ("GET", "/nowhere", 404, None),
        ("OPTIONS", "/one/items/1", 200, None),
    ],
)
async def test_so_has_one_that_fails_or_is_answered_before(
    client: AsyncClient,
    capsys: pytest.CaptureFixture[str],
    method: str,
    path: str,
    status: int,
    route: str | None,
) -> None:
    headers = {"Origin": "https://site.example", "Access-Control-Request-Method": "GET"}
    await client.request(method, path, headers=headers)
    [line] = answers(capsys)
    assert (line["method"], line["status"], line["route"]) == (method, status, route)


async def test_a_health_check_has_none(
    client: AsyncClient, capsys: pytest.CaptureFixture[str]
) -> None:
    await client.get("/health/live")
    assert answers(capsys) == []


class TestWhoLooksClosely:
    @pytest.fixture
    def settings(self, settings: Settings) -> Settings:
        return settings.model_copy(update={"log_level": "DEBUG"})

    async def test_sees_it(self, client: AsyncClient, capsys: pytest.CaptureFixture[str]) -> None:
        await client.get("/health/live")
        assert [line["route"] for line in answers(capsys)] == ["/health/live"]


@pytest.mark.parametrize(
    ("offered", "expected"), [("tour-3", "tour-3"), ("a b", "order-7"), ("", "order-7")]
)
async def test_the_correlation_id_comes_in_and_goes_out(
    client: AsyncClient, capsys: pytest.CaptureFixture[str], offered: str, expected: str
) -> None:
    headers = {"X-Request-ID": "order-7", "X-Correlation-ID": offered}
    response = await client.get("/one/items/broken", headers=headers)
    assert response.headers["X-Correlation-ID"] == expected
    written = capsys.readouterr().err.splitlines()
    assert {json.loads(line)["correlation_id"] for line in written} == {expected}


async def test_a_page_of_another_origin_can_read_it(client: AsyncClient) -> None:
    response = await client.get("/one/items/1", headers={"Origin": "https://site.example"})
    assert "X-Correlation-ID" in response.headers["Access-Control-Expose-Headers"].split(", ")


def test_uvicorn_adds_no_line_of_its_own(database_url: str) -> None:
    environment = {
        **os.environ,
        "DATABASE_URL": database_url,
        "ENVIRONMENT": "production",
        "PYTHONPATH": str(Path(__file__).parent.parent),
    }
    with socket.create_server(("127.0.0.1", 0)) as listener:
        number = listener.fileno()
        command = [sys.executable, "-m", "uvicorn", "app.main:app", "--fd", str(number)]
        pipe = subprocess.PIPE
        server = subprocess.Popen(command, env=environment, pass_fds=[number], stderr=pipe)  # noqa: S603
        try:
            url = "http://{}:{}/nowhere?token=hunter2".format(*listener.getsockname())
            get(url, headers={"Authorization": "Bearer hunter2hunter2"}, timeout=30)
        finally:
            server.terminate()
            _, written = server.communicate(timeout=30)
    lines = [json.loads(line) for line in written.splitlines()]
    assert [line["status"] for line in lines if line["message"] == "Answered"] == [404]
    assert {line["logger"] for line in lines} == {"uvicorn.error", "app.middleware.request_log"}
    assert b"nowhere" not in written
    assert b"hunter2" not in written
