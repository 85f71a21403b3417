from collections.abc import AsyncIterator

import pytest
from fastapi import FastAPI, Request, WebSocket
from httpx2 import AsyncClient
from starlette.types import Message

from app.core.settings import Settings
from app.factory import EXPOSED_HEADERS


async def test_the_request_id_of_the_client_is_kept(client: AsyncClient) -> None:
    response = await client.get("/health/live", headers={"X-Request-ID": "order-7_a.b"})
    assert response.headers["X-Request-ID"] == "order-7_a.b"


@pytest.mark.parametrize("offered", ["", "a b", "x" * 65, "<script>"])
async def test_a_request_id_that_is_not_safe_is_replaced(client: AsyncClient, offered: str) -> None:
    response = await client.get("/health/live", headers={"X-Request-ID": offered})
    assert len(response.headers["X-Request-ID"]) == 32


async def test_every_request_has_its_own_id(client: AsyncClient) -> None:
    answers = [await client.get("/health/live") for _ in range(2)]
    assert len({answer.headers["X-Request-ID"] for answer in answers}) == 2


async def test_what_is_not_http_passes(app: FastAPI) -> None:
    @app.websocket("/greeting")
    async def greet(socket: WebSocket) -> None:
        await socket.accept()
        await socket.send_text("hello")

    async def receive() -> Message:
        return {"type": "websocket.connect"}

    sent: list[Message] = []

    async def send(message: Message) -> None:
        sent.append(message)

    scope = {"type": "websocket", "path": "/greeting", "query_string": b"", "headers": []}
    await app(scope, receive, send)
    assert [message["type"] for message in sent] == ["websocket.accept", "websocket.send"]


async def test_security_headers(client: AsyncClient) -> None:
    headers = (await client.get("/health/live")).headers
    assert headers["Content-Security-Policy"] == "default-src 'none'; frame-ancestors 'none'"
    assert headers["Cross-Origin-Opener-Policy"] == "same-origin"
    assert headers["Referrer-Policy"] == "no-referrer"
    assert headers["X-Content-Type-Options"] == "nosniff"
    assert headers["X-Frame-Options"] == "DENY"
    assert "Strict-Transport-Security" not in headers


class TestInProduction:
    @pytest.fixture
    def settings(self, settings: Settings) -> Settings:
        return settings.model_copy(update={"environment": "production"})

    async def test_browsers_are_told_to_insist_on_https(self, client: AsyncClient) -> None:
        response = await client.get("/health/live")
        assert response.headers["Strict-Transport-Security"] == "max-age=31536000"


class TestCors:
    @pytest.fixture
    def settings(self, settings: Settings) -> Settings:
        update = {"cors_origins": ["https://site.example"], "cors_allow_credentials": True}
        return settings.model_copy(update=update)

    async def test_a_named_origin_may_call(self, client: AsyncClient) -> None:
        response = await client.get("/health/live", headers={"Origin": "https://site.example"})
        assert response.headers["Access-Control-Allow-Origin"] == "https://site.example"
        assert response.headers["Access-Control-Allow-Credentials"] == "true"
        exposed = response.headers["Access-Control-Expose-Headers"]
        assert exposed.split(", ") == EXPOSED_HEADERS

    async def test_another_origin_may_not(self, client: AsyncClient) -> None:
        response = await client.get("/health/live", headers={"Origin": "https://evil.example"})
        assert "Access-Control-Allow-Origin" not in response.headers

    async def test_any_method_and_header_may_be_asked_for(self, client: AsyncClient) -> None:
        response = await client.options(
            "/health/live",
            headers={
                "Origin": "https://site.example",
                "Access-Control-Request-Method": "DELETE",
                "Access-Control-Request-Headers": "X-Anything",
            },
        )
        assert response.status_code == 200
        assert "DELETE" in response.headers["Access-Control-Allow-Methods"]
        assert response.headers["Access-Control-Allow-Headers"] == "X-Anything"

    async def test_errors_can_be_read_too(self, app: FastAPI, client: AsyncClient) -> None:
        @app.get("/broken")
        async def broken() -> None:
            raise RuntimeError

        response = await client.get("/broken", headers={"Origin": "https://site.example"})
        assert response.status_code == 500
        assert response.headers["Access-Control-Allow-Origin"] == "https://site.example"


class TestBodyLimit:
    @pytest.fixture
    def settings(self, settings: Settings) -> Settings:
        return settings.model_copy(update={"max_body_size": 10})

    @pytest.fixture
    def app(self, app: FastAPI) -> FastAPI:
        @app.post("/length")
        async def length(request: Request) -> int:
            return len(await request.body())

        return app

    async def test_a_body_of_that_length_is_accepted(self, client: AsyncClient) -> None:
        response = await client.post("/length", content=b"x" * 10)
        assert (response.status_code, response.json()) == (200, 10)

    @pytest.mark.parametrize("path", ["/length", "/nowhere"])
    async def test_a_longer_one_is_refused(self, client: AsyncClient, path: str) -> None:
        response = await client.post(path, content=b"x" * 11)
        assert response.status_code == 413
        assert response.headers["Content-Type"] == "application/problem+json"
        assert response.json()["code"] == "content_too_large"

    async def test_so_is_one_that_does_not_say_its_length(self, client: AsyncClient) -> None:
        async def chunks() -> AsyncIterator[bytes]:
            yield b"x" * 6
            yield b"x" * 6

        response = await client.post("/length", content=chunks())
        assert response.status_code == 413
        assert response.headers["Content-Type"] == "application/problem+json"

    async def test_a_length_that_is_no_number_is_counted(self, client: AsyncClient) -> None:
        response = await client.post(
            "/length", content=b"x" * 11, headers={"Content-Length": "many"}
        )
        assert response.status_code == 413
