"""How people get an account, and prove that the address is theirs."""

import datetime as dt
from typing import Any

import pytest
from httpx2 import AsyncClient, Response
from sqlalchemy import select, update
from sqlalchemy.ext.asyncio import AsyncSession

from app.core.mail import Message
from app.models.one_time_token import OneTimeToken
from app.models.user import User
from tests.accounts import AUTH, PASSWORD, create_account, token_in

Json = dict[str, Any]

EMAIL = "ada@example.org"


@pytest.fixture
def body() -> Json:
    """What a request must say, but for the password."""
    return {"email": "email@example.org"}


async def register(client: AsyncClient, body: Json, **values: Any) -> Response:
    return await client.post(
        f"{AUTH}/register", json={**body, "email": EMAIL, "password": PASSWORD, **values}
    )


async def find(session: AsyncSession) -> User | None:
    this_one = select(User).where(User.email == EMAIL)
    user: User | None = await session.scalar(this_one.execution_options(populate_existing=True))
    return user


async def test_whoever_registers_can_log_in_and_is_verified_by_mail(
    client: AsyncClient, session: AsyncSession, outbox: list[Message], body: Json
) -> None:
    assert (await register(client, body, email="Ada@Example.org")).status_code == 202
    user = await find(session)
    assert user
    assert (user.verified_at, user.roles) == (None, None)
    assert user.password_hash != PASSWORD
    login = {"email": EMAIL, "password": PASSWORD}
    assert (await client.post(f"{AUTH}/login", json=login)).status_code == 200

    [message] = outbox
    assert message.to == EMAIL
    assert "for 24 hours" in message.text
    token = {"token": token_in(message)}
    assert (await client.post(f"{AUTH}/verify", json=token)).status_code == 204
    await session.refresh(user)
    assert user.verified_at is not None
    assert (await client.post(f"{AUTH}/verify", json=token)).status_code == 400


async def test_known_and_unknown_addresses_get_the_same_answer(
    client: AsyncClient, session: AsyncSession, outbox: list[Message], body: Json
) -> None:
    known = await create_account(session)
    hashed = known.password_hash
    answers = [
        (await register(client, body, email=email, password="another long password"))
        for email in (known.email, EMAIL)
    ]
    assert {(each.status_code, each.text) for each in answers} == {(202, "null")}
    # The owner of the address learns of it, and the account stays what it was.
    assert [each.to for each in outbox] == [known.email, EMAIL]
    await session.refresh(known)
    assert known.password_hash == hashed


@pytest.mark.parametrize(
    "more",
    [
        {"roles": ["admin"]},
        {"verified_at": "2026-01-01T00:00:00Z"},
        {"active": False},
        {"password_hash": "x"},
        {"id": "00000000-0000-0000-0000-000000000000"},
    ],
)
async def test_nobody_says_what_is_not_theirs_to_say(
    client: AsyncClient, session: AsyncSession, body: Json, more: Json
) -> None:
    assert (await register(client, body, **more)).status_code == 422
    assert await find(session) is None


@pytest.mark.parametrize("password", ["too little", "x" * 129])
async def test_a_password_has_a_length(client: AsyncClient, body: Json, password: str) -> None:
    refused = await register(client, body, password=password)
    assert refused.status_code == 422
    assert password not in refused.text


async def test_a_guessable_password_is_refused_whoever_has_the_address(
    client: AsyncClient, session: AsyncSession, outbox: list[Message], body: Json
) -> None:
    known = await create_account(session)
    answers = [
        (await register(client, body, email=email, password="password12345"))
        for email in (known.email, EMAIL)
    ]
    assert [each.status_code for each in answers] == [422, 422]
    [problem] = answers[0].json()["errors"]
    assert problem["type"] == "guessable_password"
    assert answers[1].json()["errors"] == [problem]
    assert outbox == []


async def test_a_token_for_one_purpose_serves_no_other(
    client: AsyncClient, outbox: list[Message], body: Json
) -> None:
    await register(client, body)
    reset = {"token": token_in(outbox[0]), "password": "another long password"}
    assert (await client.post(f"{AUTH}/password/reset/confirm", json=reset)).status_code == 400


async def test_a_token_expires(
    client: AsyncClient, session: AsyncSession, outbox: list[Message], body: Json
) -> None:
    await register(client, body)
    past = dt.datetime(2000, 1, 1, tzinfo=dt.UTC)
    await session.execute(update(OneTimeToken).values(expires_at=past))
    await session.flush()
    token = {"token": token_in(outbox[0])}
    assert (await client.post(f"{AUTH}/verify", json=token)).status_code == 400


async def test_what_is_stored_of_a_token_is_its_hash(
    client: AsyncClient, session: AsyncSession, outbox: list[Message], body: Json
) -> None:
    await register(client, body)
    stored = (await session.scalars(select(OneTimeToken.token_hash))).all()
    assert token_in(outbox[0]) not in stored


async def test_registrations_are_limited(client: AsyncClient, body: Json) -> None:
    codes = [(await register(client, body)).status_code for _ in range(6)]
    assert (codes[0], codes[-1]) == (202, 429)
    assert 429 not in codes[:-1]
