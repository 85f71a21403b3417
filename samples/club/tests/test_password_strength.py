"""No password is one that attackers try first, wherever it is chosen."""

import time

import pytest
from httpx2 import AsyncClient, Response
from sqlalchemy.ext.asyncio import AsyncSession

from app.about import NAME
from app.core.mail import Message
from app.core.password_strength import is_guessable
from tests.accounts import AUTH, PASSWORD, ask_for_tokens, by, create_account, token_in

EMAIL = "ada.lovelace@example.org"
COMMON = "password12345"


def assert_refused(answer: Response) -> None:
    assert answer.status_code == 422
    [problem] = answer.json()["errors"]
    assert (problem["loc"], problem["type"]) == (["body", "password"], "guessable_password")
    assert COMMON not in answer.text


@pytest.mark.parametrize(
    "password",
    [
        COMMON,
        "Password12345",
        "p4ssw0rd12345",
        "passwordpassword",
        "qwertyuiop123",
        "1q2w3e4r5t6y",
        "123456789012",
        "a" * 128,
        "AdaLovelace1",
        "lovelace@example",
        f"{NAME}-{NAME}-{NAME}-{NAME}-1",
    ],
)
def test_what_is_tried_first(password: str) -> None:
    assert is_guessable(password, EMAIL)


@pytest.mark.parametrize(
    "password", [PASSWORD, "another long password", f"{PASSWORD} {NAME}", "Пятница вечером, дождь"]
)
def test_what_is_not(password: str) -> None:
    assert not is_guessable(password, EMAIL)


def test_no_text_holds_up_other_requests() -> None:
    begun = time.thread_time()
    is_guessable("986!$/<+|%7|4(o[51" * 7, EMAIL)
    assert time.thread_time() - begun < 1


async def test_a_change(client: AsyncClient, session: AsyncSession) -> None:
    user = await create_account(session)
    tokens = await ask_for_tokens(client, user)
    for password in (COMMON, f"1{user.email}1"):
        body = {"current_password": PASSWORD, "password": password}
        answer = await client.post(f"{AUTH}/password/change", json=body, headers=by(tokens))
        assert_refused(answer)
    assert (await client.get(f"{AUTH}/me", headers=by(tokens))).status_code == 200


async def test_a_reset_whose_token_is_still_good(
    client: AsyncClient, session: AsyncSession, outbox: list[Message]
) -> None:
    user = await create_account(session)
    await client.post(f"{AUTH}/password/reset", json={"email": user.email})
    body = {"token": token_in(outbox[0])}
    path = f"{AUTH}/password/reset/confirm"
    for password in (COMMON, f"1{user.email}1"):
        assert_refused(await client.post(path, json={**body, "password": password}))
    chosen = await client.post(path, json={**body, "password": "another long password"})
    assert chosen.status_code == 204
