import asyncio

import pytest
from fastapi import APIRouter, Depends, FastAPI, Request
from httpx2 import ASGITransport, AsyncClient
from pydantic import ValidationError

from app.core import rate_counter
from app.core.rate_limit import LimiterDep, address, header, rate_limit
from app.core.settings import Settings
from app.factory import create_app, lifespan

REDIS_THAT_IS_AWAY = "redis://127.0.0.1:1/0"


def log_in(request: Request) -> None:
    request.state.principal = request.headers.get("X-User")


router = APIRouter(dependencies=[Depends(log_in)])


@router.get("/items/{number}")
async def read(number: int) -> int:
    return number


@router.post("/by-caller", dependencies=[Depends(rate_limit("2/hour"))])
@router.post("/by-address", dependencies=[Depends(rate_limit("2/hour", by=address))])
@router.post("/by-key", dependencies=[Depends(rate_limit("2/hour", by=header("X-API-Key")))])
@router.post("/closed", dependencies=[Depends(rate_limit("2/hour", fail_open=False))])
async def act() -> None:
    pass


@router.post("/login/{account}")
async def login(account: str, limiter: LimiterDep) -> None:
    await limiter.require("2/hour", "login", account, fail_open=False)


@pytest.fixture
def settings(settings: Settings) -> Settings:
    update = {"rate_limit_default": "4/hour", "cors_origins": ["https://site.example"]}
    return settings.model_copy(update=update)


@pytest.fixture
def app(app: FastAPI) -> FastAPI:
    app.include_router(router, prefix="/one")
    app.include_router(router, prefix="/two")
    return app


def client_at(app: FastAPI, host: str) -> AsyncClient:
    return AsyncClient(
        transport=ASGITransport(app=app, client=(host, 50000)), base_url="http://test"
    )


async def statuses(
    client: AsyncClient, method: str, *paths: str, headers: dict[str, str] | None = None
) -> list[int]:
    return [(await client.request(method, path, headers=headers)).status_code for path in paths]


async def test_more_than_the_default_is_429(client: AsyncClient) -> None:
    assert await statuses(client, "GET", *["/one/items/1"] * 3) == [200] * 3
    last = await client.get("/one/items/1")
    assert last.status_code == 200
    assert last.headers["RateLimit-Policy"] == '"default";q=4;w=3600'
    assert last.headers["RateLimit"].startswith('"default";r=0;t=')

    refused = await client.get("/one/items/1")
    assert refused.status_code == 429
    assert refused.headers["Content-Type"] == "application/problem+json"
    assert refused.json()["code"] == "too_many_requests"
    seconds = refused.headers["Retry-After"]
    assert 0 < int(seconds) <= 3600
    assert refused.headers["RateLimit-Policy"] == '"default";q=4;w=3600'
    assert refused.headers["RateLimit"] == f'"default";r=0;t={seconds}'


async def test_a_page_of_another_origin_can_read_when_it_may_ask_again(client: AsyncClient) -> None:
    headers = {"Origin": "https://site.example"}
    assert await statuses(client, "GET", *["/one/items/1"] * 4, headers=headers) == [200] * 4
    refused = await client.get("/one/items/1", headers=headers)
    exposed = set(refused.headers["Access-Control-Expose-Headers"].split(", "))
    told = {"RateLimit", "RateLimit-Policy", "Retry-After"}
    assert told <= exposed
    assert all(name in refused.headers for name in told)


async def test_a_route_is_counted_by_its_whole_template(client: AsyncClient) -> None:
    paths = [f"/one/items/{number}" for number in range(5)]
    assert await statuses(client, "GET", *paths) == [200, 200, 200, 200, 429]
    assert await statuses(client, "GET", "/two/items/0") == [200]
    assert await statuses(client, "DELETE", "/one/items/0") == [405]


async def test_what_is_no_route_is_counted_together(client: AsyncClient) -> None:
    paths = [f"/nowhere/{number}" for number in range(5)]
    assert await statuses(client, "GET", *paths) == [404, 404, 404, 404, 429]


async def test_health_is_not_limited(client: AsyncClient) -> None:
    assert await statuses(client, "GET", *["/health/live"] * 5) == [200] * 5


async def test_a_route_may_have_a_limit_of_its_own(client: AsyncClient) -> None:
    answers = [await client.post("/one/by-caller") for _ in range(3)]
    assert [answer.status_code for answer in answers] == [200, 200, 429]
    assert answers[2].headers["RateLimit-Policy"] == '"default";q=4;w=3600, "2/hour";q=2;w=3600'
    assert '"2/hour";r=0;t=' in answers[2].headers["RateLimit"]
    assert await statuses(client, "POST", "/two/by-caller") == [200]


@pytest.mark.parametrize(
    ("path", "name"), [("/one/by-caller", "X-User"), ("/one/by-key", "X-API-Key")]
)
async def test_everybody_has_a_count_of_their_own(app: FastAPI, path: str, name: str) -> None:
    for number, headers in enumerate([{name: "ada"}, {name: "bob"}, {}]):
        async with client_at(app, f"10.0.0.{number}") as client:
            assert await statuses(client, "POST", *[path] * 3, headers=headers) == [200, 200, 429]
    async with client_at(app, "10.0.0.9") as client:
        assert await statuses(client, "POST", path, headers={name: "ada"}) == [429]


@pytest.mark.parametrize(
    ("first", "second", "expected"),
    [
        ("10.0.0.1", "10.0.0.2", 200),
        ("2001:db8::1", "2001:db8::2", 429),
        ("2001:db8::1", "2001:db8:0:1::1", 200),
    ],
)
async def test_an_address_has_a_count_of_its_own(
    app: FastAPI, first: str, second: str, expected: int
) -> None:
    for host, status_code in [(first, 200), (first, 200), (first, 429), (second, expected)]:
        async with client_at(app, host) as client:
            assert await statuses(client, "POST", "/one/by-address") == [status_code]


async def test_a_forwarded_address_is_not_believed(app: FastAPI) -> None:
    for host, status_code in [("10.1.1.1", 200), ("10.2.2.2", 200), ("10.3.3.3", 429)]:
        async with client_at(app, "203.0.113.7") as client:
            response = await client.post("/one/by-address", headers={"X-Forwarded-For": host})
            assert response.status_code == status_code


async def test_the_code_may_count_what_only_it_knows(client: AsyncClient) -> None:
    paths = ["/one/login/ada", "/two/login/ada", "/one/login/ada", "/one/login/bob"]
    assert await statuses(client, "POST", *paths) == [200, 200, 429, 200]


class TestWithoutRedis:
    @pytest.fixture
    def settings(self, settings: Settings) -> Settings:
        return settings.model_copy(update={"rate_limit_url": REDIS_THAT_IS_AWAY})

    async def test_requests_pass_and_it_is_logged_once(
        self, client: AsyncClient, caplog: pytest.LogCaptureFixture
    ) -> None:
        assert await statuses(client, "POST", *["/one/by-caller"] * 5) == [200] * 5
        assert caplog.text.count("Nothing is counted") == 1

    @pytest.mark.parametrize("path", ["/one/closed", "/one/login/ada"])
    async def test_what_must_be_counted_is_refused(self, client: AsyncClient, path: str) -> None:
        response = await client.post(path)
        assert response.status_code == 503
        assert response.headers["Content-Type"] == "application/problem+json"
        assert response.json()["detail"] == "Requests cannot be counted"
        assert int(response.headers["Retry-After"]) > 0


@pytest.mark.parametrize("answer", [b"", b"-ERR full\r\n"])
async def test_a_redis_that_is_ill_is_neither_waited_for_nor_kept(
    settings: Settings, monkeypatch: pytest.MonkeyPatch, answer: bytes
) -> None:
    monkeypatch.setattr(rate_counter, "TIMEOUT_SECONDS", 0.05)
    left = asyncio.Event()

    async def talk(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        while line := await reader.read(1000):
            writer.write(b"%0\r\n" if answer and b"HELLO" in line else answer)
        writer.close()
        left.set()

    async with await asyncio.start_server(talk, "127.0.0.1", 0) as server, asyncio.timeout(5):
        url = "redis://{}:{}".format(*server.sockets[0].getsockname())
        app = create_app(settings.model_copy(update={"rate_limit_url": url}))
        async with lifespan(app), client_at(app, "10.0.0.1") as client:
            assert await statuses(client, "GET", "/nowhere") == [404]
        await left.wait()


@pytest.mark.parametrize(
    ("name", "value"), [("WEB_CONCURRENCY", "2"), ("SERVER_SOFTWARE", "gunicorn/25.0")]
)
async def test_memory_is_refused_in_production_where_several_may_serve(
    settings: Settings, monkeypatch: pytest.MonkeyPatch, name: str, value: str
) -> None:
    production = settings.model_copy(update={"environment": "production"})
    async with lifespan(create_app(production)):
        pass
    monkeypatch.setenv(name, value)
    async with lifespan(create_app(settings)):
        pass
    with pytest.raises(RuntimeError, match="name a Redis"):
        async with lifespan(create_app(production)):
            pass


async def test_what_is_no_rule_does_not_start(settings: Settings) -> None:
    app = create_app(settings.model_copy(update={"rate_limit_default": "often"}))
    with pytest.raises(ValueError, match="often"):
        async with lifespan(app):
            pass
    with pytest.raises(ValueError, match="often"):
        rate_limit("often")


def test_a_url_of_something_else_does_not_boot(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("RATE_LIMIT_URL", "http://127.0.0.1")
    with pytest.raises(ValidationError, match="rate_limit_url"):
        Settings()
