"""Logins: by password, and what comes of them."""

import datetime as dt

import pytest
from httpx2 import AsyncClient
from pwdlib import PasswordHash
from pwdlib.hashers.argon2 import Argon2Hasher
from sqlalchemy import select, update
from sqlalchemy.ext.asyncio import AsyncSession

from app.core import passwords
from app.core.tokens import hash_token
from app.models.login_session import LoginSession
from app.models.refresh_token import RefreshToken
from tests.accounts import (
    AUTH,
    PASSWORD,
    ask_for_tokens,
    by,
    create_account,
    end,
    log_in,
    log_out,
    refresh,
    tokens_in,
)


async def test_a_password_opens_a_session(client: AsyncClient, session: AsyncSession) -> None:
    user = await create_account(session)
    answer = await client.post(
        f"{AUTH}/login",
        json={"email": user.email.upper(), "password": PASSWORD},
        headers={"User-Agent": "x" * 300},
    )
    assert answer.headers["Cache-Control"] == "no-store"
    assert answer.json()["expires_in"] == 900
    me = await client.get(f"{AUTH}/me", headers=by(tokens_in(client, answer)))
    assert me.json()["email"] == user.email
    assert "password_hash" not in me.json()
    assert "roles" not in me.json()


async def test_nobody_learns_who_has_an_account(client: AsyncClient, session: AsyncSession) -> None:
    there = await create_account(session)
    inactive = await create_account(session, active=False)
    without_password = await create_account(session, password_hash=None)
    attempts = [
        {"email": there.email, "password": "wrong"},
        {"email": "nobody@example.org", "password": PASSWORD},
        {"email": inactive.email, "password": PASSWORD},
        {"email": without_password.email, "password": ""},
    ]
    answers = [await client.post(f"{AUTH}/login", json=each) for each in attempts]
    assert [each.status_code for each in answers] == [401] * 4
    assert {each.headers["WWW-Authenticate"] for each in answers} == {"Bearer"}
    shown = [{**each.json(), "request_id": ""} for each in answers]
    assert shown[1:] == shown[:-1]


async def test_guessing_is_limited(client: AsyncClient, session: AsyncSession) -> None:
    user = await create_account(session)
    guesses = [{"email": user.email, "password": f"guess {number}"} for number in range(5)]
    for guess in guesses:
        assert (await client.post(f"{AUTH}/login", json=guess)).status_code == 401
    right = {"email": user.email, "password": PASSWORD}
    refused = await client.post(f"{AUTH}/login", json=right)
    assert refused.status_code == 429
    assert int(refused.headers["Retry-After"]) > 0


async def test_an_address_that_tries_many_accounts_is_limited(client: AsyncClient) -> None:
    codes = [
        (await client.post(f"{AUTH}/login", json={"email": f"{n}@example.org", "password": "x"}))
        for n in range(21)
    ]
    assert [each.status_code for each in codes] == [401] * 20 + [429]


async def test_a_hash_out_of_date_is_made_anew(client: AsyncClient, session: AsyncSession) -> None:
    old = PasswordHash((Argon2Hasher(time_cost=2, memory_cost=8, parallelism=1),)).hash(PASSWORD)
    user = await create_account(session, password_hash=old)
    await ask_for_tokens(client, user)
    await session.refresh(user)
    assert user.password_hash != old
    assert passwords.HASHER.verify(PASSWORD, user.password_hash or "")


async def test_logout_ends_the_access_token_too(client: AsyncClient, session: AsyncSession) -> None:
    tokens = await ask_for_tokens(client, await create_account(session))
    for _ in range(2):
        assert (await end(client, tokens)).status_code == 204
    assert (await client.get(f"{AUTH}/me", headers=by(tokens))).status_code == 401
    assert (await refresh(client, tokens)).status_code == 401


async def test_logout_everywhere(client: AsyncClient, session: AsyncSession) -> None:
    user = await create_account(session)
    [first, second] = [await ask_for_tokens(client, user) for _ in range(2)]
    answer = await client.post(f"{AUTH}/logout/all", headers=by(first))
    assert answer.status_code == 204
    for tokens in (first, second):
        assert (await client.get(f"{AUTH}/me", headers=by(tokens))).status_code == 401


async def test_sessions_are_shown_and_closed_one_by_one(
    client: AsyncClient, session: AsyncSession
) -> None:
    user = await create_account(session)
    [first, second] = [await ask_for_tokens(client, user) for _ in range(2)]
    shown = (await client.get(f"{AUTH}/sessions", headers=by(first))).json()
    assert sorted(each["current"] for each in shown) == [False, True]
    assert "sid" not in shown[0]
    [other] = [each["id"] for each in shown if not each["current"]]
    path = f"{AUTH}/sessions/{other}"
    await log_in(client, session)
    assert (await client.delete(path)).status_code == 404
    log_out(client)
    assert (await client.delete(path, headers=by(first))).status_code == 204
    assert (await client.get(f"{AUTH}/me", headers=by(second))).status_code == 401
    assert (await client.get(f"{AUTH}/me", headers=by(first))).status_code == 200


@pytest.mark.parametrize("path", ["me", "sessions"])
async def test_whoever_is_not_logged_in_is_refused(client: AsyncClient, path: str) -> None:
    refused = await client.get(f"{AUTH}/{path}")
    assert refused.status_code == 401
    assert refused.headers["WWW-Authenticate"] == "Bearer"


async def test_a_user_who_is_deactivated_is_out_at_once(
    client: AsyncClient, session: AsyncSession
) -> None:
    user = await log_in(client, session)
    assert (await client.get(f"{AUTH}/me")).status_code == 200
    user.active = False
    await session.flush()
    assert (await client.get(f"{AUTH}/me")).status_code == 401


async def test_a_session_ends_by_itself(client: AsyncClient, session: AsyncSession) -> None:
    tokens = await ask_for_tokens(client, await create_account(session))
    past = dt.datetime(2000, 1, 1, tzinfo=dt.UTC)
    await session.execute(update(LoginSession).values(expires_at=past))
    await session.flush()
    assert (await client.get(f"{AUTH}/me", headers=by(tokens))).status_code == 401
    assert (await refresh(client, tokens)).status_code == 401


async def test_what_has_expired_is_forgotten(client: AsyncClient, session: AsyncSession) -> None:
    user = await create_account(session)
    await ask_for_tokens(client, user)
    past = dt.datetime(2000, 1, 1, tzinfo=dt.UTC)
    await session.execute(update(LoginSession).values(expires_at=past))
    await session.flush()
    tokens = await ask_for_tokens(client, user)
    hashes = (await session.scalars(select(RefreshToken.token_hash))).all()
    assert hashes == [hash_token(tokens["refresh_token"])]


async def test_what_is_stored_of_a_refresh_token_is_its_hash(
    client: AsyncClient, session: AsyncSession
) -> None:
    tokens = await ask_for_tokens(client, await create_account(session))
    stored = (await session.scalars(select(RefreshToken.token_hash))).all()
    assert tokens["refresh_token"] not in stored


@pytest.mark.parametrize(
    "more", [{"roles": ["admin"]}, {"email": "x@example.org"}, {"active": False}]
)
async def test_people_change_about_themselves_what_is_theirs_alone(
    client: AsyncClient, session: AsyncSession, more: dict[str, object]
) -> None:
    await log_in(client, session)
    before = (await client.get(f"{AUTH}/me")).json()
    assert (await client.patch(f"{AUTH}/me", json=more)).status_code == 422
    assert (await client.patch(f"{AUTH}/me", json={})).status_code == 200
    after = (await client.get(f"{AUTH}/me")).json()
    assert after == before
    log_out(client)
    assert (await client.patch(f"{AUTH}/me", json={})).status_code == 401
