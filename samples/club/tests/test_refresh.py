"""Refresh tokens: each is used once, by one."""

import asyncio
import datetime as dt
from collections import Counter
from collections.abc import AsyncIterator
from pathlib import Path

import pytest
from alembic import command
from alembic.config import Config
from httpx2 import ASGITransport, AsyncClient
from sqlalchemy import update
from sqlalchemy.ext.asyncio import AsyncSession

from app.core.settings import Settings
from app.factory import create_app
from app.models.refresh_token import RefreshToken
from tests.accounts import AUTH, Tokens, ask_for_tokens, by, create_account, refresh, tokens_in


async def test_a_refresh_gives_other_tokens_of_the_same_session(
    client: AsyncClient, session: AsyncSession
) -> None:
    first = await ask_for_tokens(client, await create_account(session))
    second = tokens_in(client, await refresh(client, first))
    assert second["refresh_token"] != first["refresh_token"]
    third = tokens_in(client, await refresh(client, second))
    for tokens in (first, second, third):
        sessions = (await client.get(f"{AUTH}/sessions", headers=by(tokens))).json()
        assert [each["current"] for each in sessions] == [True]


async def test_a_refresh_token_that_comes_again_ends_the_session_for_all(
    client: AsyncClient, session: AsyncSession
) -> None:
    user = await create_account(session)
    [stolen, other] = [await ask_for_tokens(client, user) for _ in range(2)]
    fresh = tokens_in(client, await refresh(client, stolen))
    assert (await refresh(client, stolen)).status_code == 401
    assert (await refresh(client, fresh)).status_code == 401
    assert (await client.get(f"{AUTH}/me", headers=by(fresh))).status_code == 401
    assert (await client.get(f"{AUTH}/me", headers=by(other))).status_code == 200


async def test_a_refresh_token_that_nobody_used_expires(
    client: AsyncClient, session: AsyncSession
) -> None:
    tokens = await ask_for_tokens(client, await create_account(session))
    past = dt.datetime(2000, 1, 1, tzinfo=dt.UTC)
    await session.execute(update(RefreshToken).values(expires_at=past))
    assert (await refresh(client, tokens)).status_code == 401


async def test_neither_kind_of_token_serves_as_the_other(
    client: AsyncClient, session: AsyncSession
) -> None:
    tokens = await ask_for_tokens(client, await create_account(session))
    swapped = {"access_token": tokens["refresh_token"], "refresh_token": tokens["access_token"]}
    assert (await client.get(f"{AUTH}/me", headers=by(swapped))).status_code == 401
    assert (await refresh(client, swapped)).status_code in (401, 422)
    assert (await refresh(client, {"refresh_token": "unknown"})).status_code == 401


class TestAtTheSameTime:
    """On a database of its own, where transactions are real."""

    @pytest.fixture
    def migrated_url(self, own_database_url: str) -> str:
        config = Config(toml_file=Path(__file__).parent.parent / "pyproject.toml")
        config.attributes["database_url"] = own_database_url
        command.upgrade(config, "head")
        return own_database_url

    @pytest.fixture
    async def tokens(self, client: AsyncClient) -> Tokens:
        state = client._transport.app.state  # type: ignore[attr-defined]
        async with state.sessions() as session:
            user = await create_account(session)
            await session.commit()
        return await ask_for_tokens(client, user)

    @pytest.fixture
    async def client(self, migrated_url: str) -> AsyncIterator[AsyncClient]:
        app = create_app(Settings(database_url=migrated_url, environment="development"))
        async with (
            app.router.lifespan_context(app),
            AsyncClient(transport=ASGITransport(app=app), base_url="http://test") as client,
        ):
            yield client

    async def test_of_four_refreshes_one_wins_and_the_reuse_is_noticed(
        self, client: AsyncClient, tokens: Tokens
    ) -> None:
        answers = await asyncio.gather(*(refresh(client, tokens) for _ in range(4)))
        assert Counter(each.status_code for each in answers) == {200: 1, 401: 3}
        [winner] = [tokens_in(client, each) for each in answers if each.status_code == 200]
        assert (await refresh(client, winner)).status_code == 401
