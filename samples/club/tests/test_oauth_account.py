"""Whose account it is that somebody signs in to at a provider."""

from httpx2 import AsyncClient
from sqlalchemy import func, select
from sqlalchemy.ext.asyncio import AsyncSession

from app.models.linked_identity import LinkedIdentity
from app.models.one_time_token import OneTimeToken
from app.models.user import User
from tests.accounts import log_in
from tests.factories.linked_identity import create_linked_identity
from tests.factories.one_time_token import create_one_time_token
from tests.factories.user import create_user
from tests.fake_provider import FakeProvider
from tests.oauth import Browser, whose


async def test_a_verified_address_is_signed_in_to_its_account(
    provider: FakeProvider, browser: Browser, user: User
) -> None:
    provider.email = user.email.upper()
    told = await browser.sign_in(provider)
    assert told.keys() == {"code"}
    assert await whose(browser, told["code"]) == user.email
    assert "oauth" not in browser.cookies


async def test_the_account_stays_when_the_address_changes(
    provider: FakeProvider, browser: Browser, user: User
) -> None:
    await browser.sign_in(provider)
    provider.email = "moved@example.org"
    assert await whose(browser, (await browser.sign_in(provider))["code"]) == user.email


async def test_somebody_else_may_have_the_same_number_at_another_provider(
    provider: FakeProvider, browser: Browser, user: User, session: AsyncSession
) -> None:
    await create_linked_identity(session, provider="elsewhere", subject=str(provider.subject))
    assert await whose(browser, (await browser.sign_in(provider))["code"]) == user.email


async def test_an_address_that_is_taken_over_does_not_open_the_account(
    provider: FakeProvider, browser: Browser, session: AsyncSession
) -> None:
    """Somebody else at the provider, with an address that it has not verified."""
    user = await create_user(session, email=provider.email)
    provider.verified = False
    assert await browser.sign_in(provider) == {"error": "email_unverified"}
    linked = select(LinkedIdentity).where(LinkedIdentity.user_id == user.id)
    assert await session.scalar(linked) is None


async def test_an_address_that_nobody_verified_makes_no_account(
    provider: FakeProvider, browser: Browser, session: AsyncSession
) -> None:
    provider.verified = False
    assert await browser.sign_in(provider) == {"error": "email_unverified"}
    assert await session.scalar(select(func.count()).select_from(User)) == 0


async def test_who_registered_the_address_of_somebody_else_is_thrown_out(
    provider: FakeProvider, browser: Browser, client: AsyncClient, session: AsyncSession
) -> None:
    attacker = await log_in(client, session)
    attacker.email = provider.email
    attacker.verified_at = None
    await create_linked_identity(session, user=attacker, provider=provider.name, subject="666")
    token = await create_one_time_token(session, user=attacker)
    await session.flush()
    assert (await client.get("/api/v1/auth/me")).status_code == 200

    assert await whose(browser, (await browser.sign_in(provider))["code"]) == attacker.email
    assert (await client.get("/api/v1/auth/me")).status_code == 401
    stored = select(User.password_hash, User.verified_at.is_not(None))
    now = await session.execute(stored.where(User.id == attacker.id))
    assert now.one() == (None, True)
    linked = select(LinkedIdentity.subject).where(LinkedIdentity.user_id == attacker.id)
    assert (await session.scalars(linked)).all() == [str(provider.subject)]
    left = select(OneTimeToken).where(OneTimeToken.token_hash == token.token_hash)
    assert await session.scalar(left) is None


async def test_who_verified_the_address_keeps_password_and_sessions(
    provider: FakeProvider, browser: Browser, client: AsyncClient, session: AsyncSession
) -> None:
    user = await log_in(client, session)
    user.email = provider.email
    await session.flush()
    assert "code" in await browser.sign_in(provider)
    assert (await client.get("/api/v1/auth/me")).status_code == 200
    await session.refresh(user)
    assert user.password_hash is not None


async def test_a_disabled_user_does_not_get_in(
    provider: FakeProvider, browser: Browser, user: User, session: AsyncSession
) -> None:
    told = await browser.sign_in(provider)
    user.active = False
    await session.flush()
    assert (await browser.exchange(told["code"])).status_code == 400
    assert await browser.sign_in(provider) == {"error": "failed"}
