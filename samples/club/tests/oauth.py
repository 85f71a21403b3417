"""Browsers, and providers for them to sign in at."""

from collections.abc import AsyncIterator, Callable

import pytest
from fastapi import FastAPI
from httpx2 import ASGITransport, AsyncClient, Response
from pydantic import SecretStr
from sqlalchemy.ext.asyncio import AsyncSession

from app.core.oauth_providers import make_providers
from app.core.settings import Settings
from app.models.user import User
from tests.accounts import by, tokens_in
from tests.factories.user import create_user
from tests.fake_github import FakeGithub
from tests.fake_openid import FakeOpenId
from tests.fake_provider import CLIENT_ID, CLIENT_SECRET, FakeProvider, Query, query_of

OAUTH = "/api/v1/auth/oauth"

FAKES: dict[str, type[FakeProvider]] = {
    "github": FakeGithub,
    "google": FakeOpenId,
    "work": FakeOpenId,
}

SetUp = Callable[[str], FakeProvider]


@pytest.fixture
def set_up(app: FastAPI, settings: Settings) -> SetUp:
    """Sets a provider up, with a fake one on its other side."""

    def set_up(name: str) -> FakeProvider:
        given = {f"{name}_client_id": CLIENT_ID, f"{name}_client_secret": SecretStr(CLIENT_SECRET)}
        providers = make_providers(settings.model_copy(update=given))
        provider = next(each for each in providers if each.name == name)
        fake = FAKES[name](name, provider.issuer)
        provider.client.client_kwargs["transport"] = ASGITransport(app=fake)
        app.state.providers[name] = provider
        return fake

    return set_up


@pytest.fixture(params=sorted({fake: name for name, fake in FAKES.items()}.values()))
def provider(set_up: SetUp, request: pytest.FixtureRequest) -> FakeProvider:
    """One of each sort."""
    return set_up(request.param)


@pytest.fixture
async def user(session: AsyncSession, provider: FakeProvider) -> User:
    """Whoever signs in there, with an account here and its address verified."""
    return await create_user(session, email=provider.email)


class Browser(AsyncClient):
    """Somebody's browser, on a page of the front end."""

    async def leave(self, fake: FakeProvider, path: str = "/") -> str:
        """Goes to the provider, and is there sent to the URL that this answers."""
        answer = await self.get(f"{OAUTH}/{fake.name}", params={"next": path})
        assert answer.status_code == 302
        return await fake.sign_in(answer.headers["location"])

    async def arrive(self, url: str) -> Query:
        """Comes back. Answers what the front end is told."""
        answer = await self.get(url)
        assert answer.status_code == 302
        return query_of(answer.headers["location"])

    async def sign_in(self, fake: FakeProvider) -> Query:
        return await self.arrive(await self.leave(fake))

    async def exchange(self, code: str) -> Response:
        return await self.post(f"{OAUTH}/exchange", json={"code": code})


@pytest.fixture
async def browser(app: FastAPI, client: AsyncClient, settings: Settings) -> AsyncIterator[Browser]:
    """One of the visitor's, on the database that `client` brings."""
    async with Browser(transport=ASGITransport(app=app), base_url=settings.public_url) as browser:
        yield browser


@pytest.fixture
async def other_browser(
    app: FastAPI, client: AsyncClient, settings: Settings
) -> AsyncIterator[Browser]:
    """One that knows nothing of the first."""
    async with Browser(transport=ASGITransport(app=app), base_url=settings.public_url) as browser:
        yield browser


async def whose(browser: Browser, code: str) -> str:
    """Exchanges the code, and asks whom its tokens let in."""
    answer = await browser.exchange(code)
    assert answer.status_code == 200
    assert answer.headers["Cache-Control"] == "no-store"
    me = await browser.get("/api/v1/auth/me", headers=by(tokens_in(browser, answer)))
    account: dict[str, str] = me.json()
    return account["email"]
