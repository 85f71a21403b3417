"""Where a browser is sent, and what it is told when it comes back without success."""

import pytest
from fastapi import FastAPI
from sqlalchemy.ext.asyncio import AsyncSession

from app.models.user import User
from tests.accounts import log_in
from tests.fake_provider import FakeProvider, query_of
from tests.oauth import FAKES, OAUTH, Browser, SetUp

ELSEWHERE = [
    "//evil.example",
    "https://evil.example",
    "https://evil.example/http://127.0.0.1:8000/",
    "http://127.0.0.1:8000.evil.example/",
    "http://127.0.0.1:8000@evil.example/",
    "http://127.0.0.1:80001/",
    "https://127.0.0.1:8000/",
    r"/\evil.example",
    "/\t/evil.example",
    "javascript:alert(1)",
    "welcome",
]


async def test_the_browser_lands_where_it_wanted_to(
    provider: FakeProvider, browser: Browser, user: User
) -> None:
    answer = await browser.get(await browser.leave(provider, "/orders?page=2#last"))
    assert answer.headers["location"].startswith("http://127.0.0.1:8000/orders?page=2&code=")
    assert answer.headers["location"].endswith("#last")


async def test_the_browser_lands_at_an_origin_that_the_settings_name(
    provider: FakeProvider, browser: Browser, app: FastAPI
) -> None:
    given = {"frontend_origins": ["https://site.example"]}
    app.state.settings = app.state.settings.model_copy(update=given)
    answer = await browser.get(await browser.leave(provider, "https://site.example/welcome"))
    assert answer.headers["location"].startswith("https://site.example/welcome?")


@pytest.mark.parametrize("url", ELSEWHERE)
async def test_nobody_is_sent_elsewhere(
    set_up: SetUp, browser: Browser, session: AsyncSession, url: str
) -> None:
    route = f"{OAUTH}/{set_up(min(FAKES)).name}"
    assert (await browser.get(route, params={"next": url})).status_code == 422
    await log_in(browser, session)
    assert (await browser.post(f"{route}/link", params={"next": url})).status_code == 422


async def test_the_provider_sends_back_to_the_settings_not_to_the_host_of_the_request(
    provider: FakeProvider, browser: Browser
) -> None:
    for host in ("127.0.0.1:8000", "evil.example"):
        answer = await browser.get(f"{OAUTH}/{provider.name}", headers={"Host": host})
        back = query_of(answer.headers["location"])["redirect_uri"]
        assert back == f"http://127.0.0.1:8000{OAUTH}/{provider.name}/callback"


async def test_the_provider_sends_back_to_the_api_where_that_stands_elsewhere(
    provider: FakeProvider, browser: Browser, app: FastAPI
) -> None:
    given = {"api_url": "https://api.site.example"}
    app.state.settings = app.state.settings.model_copy(update=given)
    answer = await browser.get(f"{OAUTH}/{provider.name}")
    back = query_of(answer.headers["location"])["redirect_uri"]
    assert back == f"https://api.site.example{OAUTH}/{provider.name}/callback"


async def test_who_changes_their_mind_is_told_so(provider: FakeProvider, browser: Browser) -> None:
    callback = await browser.leave(provider, "/welcome")
    state = query_of(callback)["state"]
    url = f"{OAUTH}/{provider.name}/callback?error=access_denied&state={state}"
    answer = await browser.get(url)
    assert answer.headers["location"] == "http://127.0.0.1:8000/welcome?error=access_denied"


async def test_what_a_provider_says_of_an_error_goes_no_further(
    provider: FakeProvider, browser: Browser
) -> None:
    await browser.leave(provider)
    url = f"{OAUTH}/{provider.name}/callback?error=server_error&error_description=<b>"
    assert await browser.arrive(url) == {"error": "failed"}


async def test_a_provider_that_is_down(provider: FakeProvider, browser: Browser) -> None:
    callback = await browser.leave(provider)
    provider.is_down = True
    assert await browser.arrive(callback) == {"error": "failed"}


@pytest.mark.parametrize("name", sorted(FAKES))
async def test_each_provider_has_its_own_settings(
    set_up: SetUp, browser: Browser, name: str
) -> None:
    callback = await browser.leave(set_up(name))
    assert callback.startswith(f"http://127.0.0.1:8000{OAUTH}/{name}/callback?code=")


@pytest.mark.parametrize("name", sorted(FAKES))
async def test_a_provider_that_is_not_set_up(browser: Browser, name: str) -> None:
    for route in (name, f"{name}/callback"):
        answer = await browser.get(f"{OAUTH}/{route}")
        assert answer.status_code == 503
        assert answer.json()["detail"] == "This provider is not set up"


async def test_a_provider_that_there_is_not(browser: Browser) -> None:
    assert (await browser.get(f"{OAUTH}/nowhere")).status_code == 404
