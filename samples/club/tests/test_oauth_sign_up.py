"""Somebody new signs in at a provider."""

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from app.models.user import User
from tests.fake_provider import FakeProvider
from tests.oauth import Browser


async def test_somebody_new_has_an_account_that_is_verified(
    provider: FakeProvider, browser: Browser, session: AsyncSession
) -> None:
    provider.email = "Ada@Example.org"
    told = await browser.sign_in(provider)
    assert (await browser.exchange(told["code"])).status_code == 200
    user = await session.scalar(select(User))
    assert user is not None
    assert user.email == "ada@example.org"
    assert user.verified_at is not None
    assert user.password_hash is None
    assert not user.roles
