"""Signing in at providers that speak OpenID Connect: what a token says, and who signs it."""

import time
from typing import Any

import pytest
from joserfc.jwk import ECKey, OctKey
from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from app.models.one_time_token import OneTimeToken
from tests.factories.linked_identity import create_linked_identity
from tests.factories.user import create_user
from tests.fake_openid import FakeOpenId
from tests.oauth import FAKES, OAUTH, Browser, SetUp

FAILED = {"error": "failed"}


@pytest.fixture(params=[max(name for name, fake in FAKES.items() if fake is FakeOpenId)])
async def provider(
    set_up: SetUp, session: AsyncSession, request: pytest.FixtureRequest
) -> FakeOpenId:
    """One that signs in a user of ours."""
    provider = set_up(request.param)
    assert isinstance(provider, FakeOpenId)
    await create_user(session, email=provider.email)
    return provider


@pytest.mark.parametrize(
    "claims",
    [
        {"nonce": "of another flow"},
        {"nonce": None},
        {"iss": "https://evil.example"},
        {"iss": None},
        {"aud": "another-client"},
        {"aud": "another-client", "azp": "shop"},
        {"aud": None},
        {"exp": 1},
        {"exp": None},
        {"iat": int(time.time()) + 3600},
        {"sub": None},
    ],
)
async def test_a_token_that_says_otherwise_is_refused(
    provider: FakeOpenId, browser: Browser, claims: dict[str, Any]
) -> None:
    provider.claims = claims
    assert await browser.sign_in(provider) == FAILED
    provider.claims = {}
    assert "code" in await browser.sign_in(provider)


@pytest.mark.parametrize(
    ("algorithm", "key"),
    [
        ("ES256", ECKey.generate_key("P-256")),
        ("HS256", OctKey.import_key("known to both, and long enough for it")),
        ("none", OctKey.import_key("no key at all, which is what none means")),
    ],
)
@pytest.mark.filterwarnings("ignore:JWS algorithm")
async def test_a_token_that_another_key_signed_is_refused(
    provider: FakeOpenId, browser: Browser, algorithm: str, key: Any
) -> None:
    published = provider.key
    callback = await browser.leave(provider)
    provider.header["alg"] = algorithm
    provider.signing_key = key
    assert provider.key is published
    assert await browser.arrive(callback) == FAILED


async def test_a_key_that_the_provider_changes_is_looked_up(
    provider: FakeOpenId, browser: Browser
) -> None:
    assert "code" in await browser.sign_in(provider)
    provider.key = provider.signing_key = ECKey.generate_key("P-256", {"kid": "2"})
    provider.header["kid"] = "2"
    assert "code" in await browser.sign_in(provider)


async def test_an_answer_without_a_token_is_refused(
    provider: FakeOpenId, browser: Browser, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(provider, "tokens", lambda _: {"access_token": "for userinfo"})
    assert await browser.sign_in(provider) == FAILED


async def test_an_answer_that_names_another_provider_is_refused(
    provider: FakeOpenId, browser: Browser
) -> None:
    provider.extra = {"iss": "https://evil.example"}
    callback = await browser.leave(provider)
    assert await browser.arrive(callback) == FAILED
    # Its code was not sent to anybody.
    assert len(provider.grants) == 1
    provider.extra = {"iss": provider.issuer}
    assert "code" in await browser.sign_in(provider)


async def test_a_provider_that_says_that_it_names_itself_has_to(
    provider: FakeOpenId, browser: Browser
) -> None:
    provider.metadata = {"authorization_response_iss_parameter_supported": True}
    assert await browser.sign_in(provider) == FAILED
    provider.extra = {"iss": provider.issuer}
    assert "code" in await browser.sign_in(provider)


async def test_a_provider_that_calls_itself_another_gets_nobody(
    provider: FakeOpenId, browser: Browser
) -> None:
    provider.metadata = {"issuer": "https://evil.example"}
    assert (await browser.get(f"{OAUTH}/{provider.name}")).status_code == 502
    assert provider.grants == {}


async def test_an_address_that_the_token_does_not_say_is_asked_for(
    provider: FakeOpenId, browser: Browser
) -> None:
    provider.claims = {"email": None, "email_verified": None}
    assert "code" in await browser.sign_in(provider)


async def test_the_address_of_somebody_else_is_refused(
    provider: FakeOpenId, browser: Browser
) -> None:
    provider.claims = {"email": None}
    provider.profile = {"sub": "1002"}
    assert await browser.sign_in(provider) == FAILED


async def test_ids_that_differ_in_case_are_two_people(
    provider: FakeOpenId, browser: Browser, session: AsyncSession
) -> None:
    other = await create_linked_identity(session, provider=provider.name, subject="Ada")
    provider.claims = {"sub": "ada"}
    await browser.sign_in(provider)
    tokens = select(OneTimeToken).where(OneTimeToken.user_id == other.user_id)
    assert await session.scalar(tokens) is None


async def test_a_provider_whose_metadata_can_not_be_had(
    provider: FakeOpenId, browser: Browser
) -> None:
    provider.is_down = True
    answer = await browser.get(f"{OAUTH}/{provider.name}")
    assert answer.status_code == 502
    assert answer.json()["detail"] == f"{provider.name} does not answer"
    provider.is_down = False
    assert "code" in await browser.sign_in(provider)
