"""A password that changes while it is verified, which takes long."""

import pytest
from httpx2 import AsyncClient
from sqlalchemy.ext.asyncio import AsyncSession

from app.core.passwords import hash_password, verify_password
from app.models.user import User
from app.services import auth_service
from tests.accounts import AUTH, PASSWORD, log_in

OTHER = "the hash of another one"


@pytest.fixture
async def user(client: AsyncClient, session: AsyncSession, monkeypatch: pytest.MonkeyPatch) -> User:
    user = await log_in(client, session)
    user.password_hash = await hash_password(PASSWORD)
    await session.flush()

    async def verify_slowly(password: str, hashed: str | None) -> tuple[bool, str | None]:
        verified = await verify_password(password, hashed)
        user.password_hash = OTHER
        await session.flush()
        return verified

    monkeypatch.setattr(auth_service, "verify_password", verify_slowly)
    return user


async def test_a_login_by_the_old_one_comes_too_late(client: AsyncClient, user: User) -> None:
    body = {"email": user.email, "password": PASSWORD}
    assert (await client.post(f"{AUTH}/login", json=body)).status_code == 401


async def test_a_change_by_the_old_one_comes_too_late(
    client: AsyncClient, session: AsyncSession, user: User
) -> None:
    body = {"current_password": PASSWORD, "password": "another long password"}
    assert (await client.post(f"{AUTH}/password/change", json=body)).status_code == 403
    await session.refresh(user)
    assert user.password_hash == OTHER
