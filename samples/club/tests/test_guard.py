"""What a route may ask of whoever calls it."""

import pytest
from fastapi import Depends, FastAPI
from httpx2 import AsyncClient
from sqlalchemy.ext.asyncio import AsyncSession

from app.core import permissions
from app.dependencies.auth import require_permissions, require_roles, require_verified
from tests.accounts import log_in

ROLES = {"editor": frozenset({"read", "write"}), "guest": frozenset({"read"})}


@pytest.fixture(autouse=True)
def routes(app: FastAPI, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(permissions, "ROLES", ROLES)
    guards = {
        "/roles": require_roles("editor", "admin"),
        "/permissions": require_permissions("read", "write"),
        "/verified": require_verified,
    }
    for path, guard in guards.items():
        app.add_api_route(path, lambda: None, dependencies=[Depends(guard)])


@pytest.mark.parametrize("path", ["/roles", "/permissions", "/verified"])
async def test_nobody_passes_who_is_not_logged_in(client: AsyncClient, path: str) -> None:
    assert (await client.get(path)).status_code == 401


@pytest.mark.parametrize(
    ("roles", "by_role", "by_permission"),
    [([], 403, 403), (["guest"], 403, 403), (["editor"], 200, 200), (["admin", "x"], 200, 403)],
)
async def test_roles_and_their_permissions(
    client: AsyncClient, session: AsyncSession, roles: list[str], by_role: int, by_permission: int
) -> None:
    await log_in(client, session, *roles)
    assert (await client.get("/roles")).status_code == by_role
    assert (await client.get("/permissions")).status_code == by_permission


async def test_an_address_that_is_not_verified(client: AsyncClient, session: AsyncSession) -> None:
    user = await log_in(client, session)
    assert (await client.get("/verified")).status_code == 200
    user.verified_at = None
    await session.flush()
    assert (await client.get("/verified")).status_code == 403
