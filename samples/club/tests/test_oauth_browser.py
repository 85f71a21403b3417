"""One browser goes to a provider, comes back and gets the tokens: none but that one, and once."""

import datetime as dt

from fastapi import FastAPI
from httpx2 import ASGITransport
from sqlalchemy import select, update
from sqlalchemy.ext.asyncio import AsyncSession

from app.core.settings import Settings
from app.db.record import utc_now
from app.factory import create_app
from app.models.one_time_token import OneTimeToken
from app.models.user import User
from tests.fake_provider import FakeProvider, query_of
from tests.oauth import OAUTH, Browser


async def test_a_state_of_another_flow_is_refused(
    provider: FakeProvider, browser: Browser, other_browser: Browser, user: User
) -> None:
    mine, theirs = await browser.leave(provider), await other_browser.leave(provider)
    mixed = mine.replace(query_of(mine)["state"], query_of(theirs)["state"])
    assert await browser.arrive(mixed) == {"error": "failed"}
    without = mine.replace("state=", "other=")
    assert await browser.arrive(without) == {"error": "failed"}
    assert "code" in await browser.arrive(mine)


async def test_another_browser_can_not_come_back(
    provider: FakeProvider, browser: Browser, other_browser: Browser, user: User
) -> None:
    callback = await browser.leave(provider)
    assert await other_browser.arrive(callback) == {"error": "failed"}


async def test_a_browser_comes_back_once(
    provider: FakeProvider, browser: Browser, user: User
) -> None:
    callback = await browser.leave(provider)
    before = browser.cookies["oauth"]
    assert "code" in await browser.arrive(callback)
    assert await browser.arrive(callback) == {"error": "failed"}
    # Not by the cookie of then either.
    browser.cookies.clear()
    browser.cookies.set("oauth", before)
    assert await browser.arrive(callback) == {"error": "failed"}


async def test_the_later_flow_of_a_browser_counts(
    provider: FakeProvider, browser: Browser, user: User
) -> None:
    earlier, later = await browser.leave(provider), await browser.leave(provider)
    assert await browser.arrive(earlier) == {"error": "failed"}
    assert "code" in await browser.arrive(later)


async def test_a_code_of_another_challenge_is_refused(
    provider: FakeProvider, browser: Browser, user: User
) -> None:
    """As when somebody slips in a code that was given to another."""
    callback = await browser.leave(provider)
    provider.grants[query_of(callback)["code"]]["code_challenge"] = "of somebody else"
    assert await browser.arrive(callback) == {"error": "failed"}


async def test_the_code_for_the_front_end_works_once(
    provider: FakeProvider, browser: Browser, user: User
) -> None:
    told = await browser.sign_in(provider)
    cookie = browser.cookies["oauth"]
    assert (await browser.exchange(told["code"])).status_code == 200
    browser.cookies.set("oauth", cookie)
    answer = await browser.exchange(told["code"])
    assert answer.status_code == 400
    assert answer.json()["detail"] == "The code is not valid"


async def test_the_code_for_the_front_end_works_in_that_browser(
    provider: FakeProvider, browser: Browser, other_browser: Browser, user: User
) -> None:
    told = await browser.sign_in(provider)
    await other_browser.sign_in(provider)
    assert (await other_browser.exchange(told["code"])).status_code == 400
    other_browser.cookies.clear()
    assert (await other_browser.exchange(told["code"])).status_code == 400
    assert (await browser.exchange(told["code"])).status_code == 200


async def test_the_code_for_the_front_end_works_for_a_minute(
    provider: FakeProvider, browser: Browser, user: User, session: AsyncSession
) -> None:
    told = await browser.sign_in(provider)
    expires_at = await session.scalar(select(OneTimeToken.expires_at))
    assert expires_at is not None
    assert expires_at - utc_now() <= dt.timedelta(minutes=1)
    await session.execute(update(OneTimeToken).values(expires_at=utc_now()))
    assert (await browser.exchange(told["code"])).status_code == 400


async def test_what_binds_the_browser_stays_with_it(
    provider: FakeProvider, browser: Browser
) -> None:
    answer = await browser.get(f"{OAUTH}/{provider.name}")
    cookie = answer.headers["set-cookie"].lower()
    assert {"httponly", "samesite=lax", "max-age=600"} <= set(cookie.split("; "))


async def test_in_production_the_cookie_needs_https_and_is_of_this_host_alone(
    provider: FakeProvider, app: FastAPI, settings: Settings
) -> None:
    production = create_app(settings.model_copy(update={"environment": "production"}))
    async with production.router.lifespan_context(production):
        production.state.providers = app.state.providers
        async with Browser(transport=ASGITransport(app=production), base_url="https://x") as it:
            answer = await it.get(f"{OAUTH}/{provider.name}")
    cookie = answer.headers["set-cookie"]
    assert cookie.startswith("__Host-oauth=")
    assert {"secure", "path=/"} <= set(cookie.split("; "))
