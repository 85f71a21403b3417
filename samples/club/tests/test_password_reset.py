"""How passwords change, and are chosen anew."""

import datetime as dt

import pytest
from httpx2 import AsyncClient, Response
from sqlalchemy import update
from sqlalchemy.ext.asyncio import AsyncSession

from app.core.mail import Message
from app.models.one_time_token import OneTimeToken
from app.models.user import User
from tests.accounts import AUTH, PASSWORD, ask_for_tokens, by, create_account, refresh, token_in

OTHER = "another long password"


@pytest.fixture
async def user(session: AsyncSession) -> User:
    return await create_account(session, verified_at=None)


async def log_in(client: AsyncClient, user: User, password: str) -> int:
    body = {"email": user.email, "password": password}
    status = (await client.post(f"{AUTH}/login", json=body)).status_code
    client.cookies.clear()
    return status


async def ask_for_reset(client: AsyncClient, email: str) -> Response:
    return await client.post(f"{AUTH}/password/reset", json={"email": email})


async def confirm(client: AsyncClient, token: str) -> int:
    body = {"token": token, "password": OTHER}
    return (await client.post(f"{AUTH}/password/reset/confirm", json=body)).status_code


async def test_a_change_needs_the_current_password_and_logs_out_everywhere(
    client: AsyncClient, user: User, outbox: list[Message]
) -> None:
    [here, there] = [await ask_for_tokens(client, user) for _ in range(2)]
    for current, status in (("wrong", 403), (PASSWORD, 204)):
        body = {"current_password": current, "password": OTHER}
        answer = await client.post(f"{AUTH}/password/change", json=body, headers=by(here))
        assert answer.status_code == status
    for tokens in (here, there):
        assert (await client.get(f"{AUTH}/me", headers=by(tokens))).status_code == 401
        assert (await refresh(client, tokens)).status_code == 401
    assert [await log_in(client, user, each) for each in (PASSWORD, OTHER)] == [401, 200]
    assert [each.to for each in outbox] == [user.email]


async def test_a_reset_works_once_and_logs_out_everywhere(
    client: AsyncClient, session: AsyncSession, user: User, outbox: list[Message]
) -> None:
    tokens = await ask_for_tokens(client, user)
    assert (await ask_for_reset(client, user.email)).status_code == 202
    token = token_in(outbox[0])
    assert "for 30 minutes" in outbox[0].text
    assert [await confirm(client, token) for _ in range(2)] == [204, 400]
    assert (await client.get(f"{AUTH}/me", headers=by(tokens))).status_code == 401
    assert [await log_in(client, user, each) for each in (PASSWORD, OTHER)] == [401, 200]
    await session.refresh(user)
    assert user.verified_at is not None
    assert [each.to for each in outbox] == [user.email] * 2


async def test_a_reset_ends_the_others_that_were_asked_for(
    client: AsyncClient, user: User, outbox: list[Message]
) -> None:
    for _ in range(2):
        await ask_for_reset(client, user.email)
    [first, second] = [token_in(each) for each in outbox]
    assert await confirm(client, second) == 204
    assert await confirm(client, first) == 400


async def test_known_and_unknown_addresses_get_the_same_answer(
    client: AsyncClient, session: AsyncSession, user: User, outbox: list[Message]
) -> None:
    inactive = await create_account(session, active=False)
    addresses = [user.email, "nobody@example.org", inactive.email]
    answers = [await ask_for_reset(client, each) for each in addresses]
    assert {(each.status_code, each.text) for each in answers} == {(202, "null")}
    assert [each.to for each in outbox] == [user.email]


async def test_a_reset_expires(
    client: AsyncClient, session: AsyncSession, user: User, outbox: list[Message]
) -> None:
    await ask_for_reset(client, user.email)
    past = dt.datetime(2000, 1, 1, tzinfo=dt.UTC)
    await session.execute(update(OneTimeToken).values(expires_at=past))
    await session.flush()
    assert await confirm(client, token_in(outbox[0])) == 400


async def test_resets_of_one_account_are_limited(client: AsyncClient, user: User) -> None:
    codes = [(await ask_for_reset(client, user.email)).status_code for _ in range(6)]
    assert codes == [202] * 5 + [429]
