"""People for tests: some have a password, some are logged in without the work of one."""

import datetime as dt
import re
from typing import Any

from httpx2 import AsyncClient, Response
from sqlalchemy.ext.asyncio import AsyncSession

from app.core.mail import Message
from app.core.passwords import hash_password
from app.core.settings import Settings
from app.core.tokens import Access, encode_access_token, new_token
from app.db.record import utc_now
from app.models.user import User
from tests.factories.login_session import create_login_session
from tests.factories.user import create_user

Tokens = dict[str, str]

AUTH = "/api/v1/auth"
PASSWORD = "correct horse battery staple"


async def create_account(session: AsyncSession, /, **values: Any) -> User:
    """Somebody who can log in by PASSWORD."""
    password_hash = await hash_password(PASSWORD)
    return await create_user(session, **({"password_hash": password_hash, "roles": None} | values))


async def log_in(client: AsyncClient, session: AsyncSession, *roles: str) -> User:
    """Makes the client somebody: a new user with these roles."""
    user = await create_user(session, roles=[*roles])
    expires_at = utc_now() + dt.timedelta(days=1)
    login = await create_login_session(
        session, user=user, sid=new_token(), expires_at=expires_at, revoked_at=None
    )
    access = Access(user_id=str(user.id), sid=login.sid)
    token = encode_access_token(Settings(database_url="sqlite://"), access)
    client.headers["Authorization"] = f"Bearer {token}"
    return user


def log_out(client: AsyncClient) -> None:
    client.headers.pop("Authorization", None)


def token_of(client: AsyncClient) -> str:
    """The access token of whoever the client is."""
    token: str = client.headers["Authorization"].removeprefix("Bearer ")
    return token


async def ask_for_tokens(client: AsyncClient, user: User) -> Tokens:
    """Logs in by the password. The client stays who it is."""
    body = {"email": user.email, "password": PASSWORD}
    return tokens_in(client, await client.post(f"{AUTH}/login", json=body))


def tokens_in(client: AsyncClient, answer: Response) -> Tokens:
    assert answer.status_code == 200
    tokens: Tokens = answer.json()
    assert tokens.keys() == {"access_token", "refresh_token", "token_type", "expires_in"}
    return tokens


def by(tokens: Tokens) -> dict[str, str]:
    """The headers of a request that the owner of these tokens makes."""
    return {"Authorization": f"Bearer {tokens['access_token']}"}


async def refresh(client: AsyncClient, tokens: Tokens) -> Response:
    return await client.post(f"{AUTH}/refresh", json={"refresh_token": tokens["refresh_token"]})


async def end(client: AsyncClient, tokens: Tokens) -> Response:
    return await client.post(f"{AUTH}/logout", json={"refresh_token": tokens["refresh_token"]})


def token_in(message: Message) -> str:
    """The token behind the link of a mail."""
    found = re.search(r"#token=(\S+)", message.text)
    assert found
    return found[1]
