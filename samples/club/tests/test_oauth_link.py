"""Providers that a user links, and unlinks."""

from typing import Any

import pytest
from fastapi import FastAPI
from pydantic import SecretStr
from sqlalchemy import select, update
from sqlalchemy.ext.asyncio import AsyncSession

from app.models.linked_identity import LinkedIdentity
from app.models.user import User
from tests.accounts import log_in
from tests.factories.linked_identity import create_linked_identity
from tests.fake_provider import FakeProvider
from tests.oauth import OAUTH, Browser, whose


async def link(browser: Browser, provider: FakeProvider) -> dict[str, str]:
    answer = await browser.post(f"{OAUTH}/{provider.name}/link", params={"next": "/settings"})
    assert answer.status_code == 200
    return await browser.arrive(await provider.sign_in(answer.json()["url"]))


async def test_a_user_links_a_provider_and_signs_in_there(
    provider: FakeProvider, browser: Browser, other_browser: Browser, session: AsyncSession
) -> None:
    user = await log_in(browser, session)
    assert await link(browser, provider) == {"linked": provider.name}
    assert "oauth" not in browser.cookies
    assert await link(browser, provider) == {"linked": provider.name}
    told = await other_browser.sign_in(provider)
    assert await whose(other_browser, told["code"]) == user.email


async def test_a_link_needs_a_login(provider: FakeProvider, browser: Browser) -> None:
    assert (await browser.post(f"{OAUTH}/{provider.name}/link")).status_code == 401
    assert (await browser.delete(f"{OAUTH}/{provider.name}/link")).status_code == 401


async def test_a_link_needs_a_verified_address_on_both_sides(
    provider: FakeProvider, browser: Browser, session: AsyncSession
) -> None:
    user = await log_in(browser, session)
    provider.verified = False
    assert await link(browser, provider) == {"error": "email_unverified"}
    user.verified_at = None
    await session.flush()
    assert (await browser.post(f"{OAUTH}/{provider.name}/link")).status_code == 403


async def test_an_identity_has_one_account(
    provider: FakeProvider, browser: Browser, session: AsyncSession
) -> None:
    await create_linked_identity(session, provider=provider.name, subject=str(provider.subject))
    await log_in(browser, session)
    assert await link(browser, provider) == {"error": "already_linked"}


async def test_a_link_that_was_begun_is_not_finished_by_another_browser(
    provider: FakeProvider, browser: Browser, other_browser: Browser, session: AsyncSession
) -> None:
    """Else a victim who is sent there would add their identity to the account of an attacker."""
    await log_in(browser, session)
    answer = await browser.post(f"{OAUTH}/{provider.name}/link")
    callback = await provider.sign_in(answer.json()["url"])
    assert await other_browser.arrive(callback) == {"error": "failed"}


async def test_a_sign_in_after_a_link_that_was_not_finished_links_nothing(
    provider: FakeProvider, browser: Browser, user: User, session: AsyncSession
) -> None:
    await log_in(browser, session)
    await browser.post(f"{OAUTH}/{provider.name}/link")
    assert await whose(browser, (await browser.sign_in(provider))["code"]) == user.email


@pytest.mark.parametrize("change", [{"active": False}, {"verified_at": None}])
async def test_a_link_is_not_finished_for_a_user_who_may_not_any_more(
    provider: FakeProvider, browser: Browser, session: AsyncSession, change: dict[str, Any]
) -> None:
    user = await log_in(browser, session)
    answer = await browser.post(f"{OAUTH}/{provider.name}/link")
    await session.execute(update(User).where(User.id == user.id).values(change))
    callback = await provider.sign_in(answer.json()["url"])
    assert await browser.arrive(callback) == {"error": "failed"}


async def test_what_was_linked_can_be_unlinked(
    provider: FakeProvider, browser: Browser, session: AsyncSession
) -> None:
    user = await log_in(browser, session)
    assert (await browser.delete(f"{OAUTH}/{provider.name}/link")).status_code == 404
    await create_linked_identity(session, user=user, provider=provider.name)
    assert (await browser.delete(f"{OAUTH}/{provider.name}/link")).status_code == 204
    assert (await browser.delete(f"{OAUTH}/{provider.name}/link")).status_code == 404


async def test_the_last_way_to_sign_in_stays(
    provider: FakeProvider, browser: Browser, session: AsyncSession, app: FastAPI
) -> None:
    user = await log_in(browser, session)
    user.password_hash = None
    await create_linked_identity(session, user=user, provider=provider.name)
    await create_linked_identity(session, user=user, provider="elsewhere")
    assert (await browser.delete(f"{OAUTH}/{provider.name}/link")).status_code == 409
    # A provider where nobody can sign in any more is no way; one that is set up is.
    elsewhere = type(app.state.providers[provider.name])(
        "elsewhere", "x", "id", SecretStr("secret")
    )
    app.state.providers["elsewhere"] = elsewhere
    assert (await browser.delete(f"{OAUTH}/{provider.name}/link")).status_code == 204
    assert (await browser.delete(f"{OAUTH}/elsewhere/link")).status_code == 409


async def test_the_links_of_others_stay(
    provider: FakeProvider, browser: Browser, session: AsyncSession
) -> None:
    other = await create_linked_identity(session, provider=provider.name)
    user = await log_in(browser, session)
    await create_linked_identity(session, user=user, provider=provider.name)
    await browser.delete(f"{OAUTH}/{provider.name}/link")
    left = await session.scalars(select(LinkedIdentity.user_id))
    assert left.all() == [other.user_id]
