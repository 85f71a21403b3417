"""Meetings through the API."""

import datetime as dt
from typing import Any

import pytest
from httpx2 import AsyncClient
from sqlalchemy.ext.asyncio import AsyncEngine, AsyncSession

from app.models.user import User
from tests.accounts import log_in, log_out
from tests.factories.meeting import create_meeting
from tests.factories.user import create_user
from tests.queries import count_queries

Json = dict[str, Any]

PATH = "/api/v1/meetings"
UNKNOWN = "00000000-0000-4000-8000-000000000000"
PAST = dt.datetime(2026, 1, 1, tzinfo=dt.UTC)

# What a request may leave out, and what it then is.
DEFAULTS: Json = {"guest_ids": []}
# What a request may say besides, or say anew.
CHANGES: Json = {"place": "Another place", "starts_at": "2126-02-01T12:30:00.000001Z"}


@pytest.fixture(autouse=True)
async def user(client: AsyncClient, session: AsyncSession) -> User:
    """Who asks."""
    return await log_in(client, session)


@pytest.fixture
def body() -> Json:
    """What a request must say."""
    return {"place": "Place", "starts_at": "2126-01-31T12:30:00Z"}


async def test_create(client: AsyncClient, body: Json) -> None:
    response = await client.post(PATH, json=body)
    assert response.status_code == 201
    created = response.json()
    made = ("id", "created_at", "updated_at", "host_id")
    assert created == DEFAULTS | body | {name: created[name] for name in made}
    assert response.headers["Location"] == f"{PATH}/{created['id']}"
    assert (await client.get(response.headers["Location"])).json() == created


async def test_what_is_required(client: AsyncClient, body: Json) -> None:
    response = await client.post(PATH, json={})
    assert response.status_code == 422
    assert {error["loc"][-1] for error in response.json()["errors"]} == body.keys()


@pytest.mark.parametrize(
    ("field", "values"),
    [
        ("host_id", [None]),
        ("place", [None, "x" * 201, "\0"]),
        ("starts_at", [None, "2126-01-31T12:30:00"]),
        ("guest_ids", [None, [UNKNOWN]]),
        ("id", [UNKNOWN]),
    ],
)
async def test_what_is_refused(
    client: AsyncClient,
    session: AsyncSession,
    user: User,
    body: Json,
    field: str,
    values: list[Any],
) -> None:
    one = f"{PATH}/{(await create_meeting(session, host=user)).id}"
    for value in values:
        for method, path, given in (("POST", PATH, body), ("PATCH", one, {})):
            response = await client.request(method, path, json=given | {field: value})
            assert response.status_code == 422
            assert all(error["loc"][:2] == ["body", field] for error in response.json()["errors"])


async def test_list(client: AsyncClient, session: AsyncSession) -> None:
    times = [PAST + dt.timedelta(days=day) for day in range(3)]
    records = [await create_meeting(session, created_at=time) for time in times]
    items = [(await client.get(f"{PATH}/{record.id}")).json() for record in records]
    assert (await client.get(PATH)).json()["items"] == items[::-1]
    page = (await client.get(PATH, params={"sort": "created_at", "limit": 1, "offset": 1})).json()
    assert page == {"items": items[1:2], "total": 3, "limit": 1, "offset": 1}
    for key in ("place", "starts_at", "created_at", "updated_at"):
        assert (await client.get(PATH, params={"sort": f"{key},-{key}"})).status_code == 200
    assert (await client.get(PATH, params={"sort": "no_such_key"})).status_code == 422


async def test_a_longer_list_takes_no_more_queries(
    client: AsyncClient, session: AsyncSession, engine: AsyncEngine
) -> None:
    counts = []
    for size in (2, 18):
        for _ in range(size):
            await create_meeting(session, guests=[await create_user(session)])
        with count_queries(engine) as queries:
            await client.get(PATH, params={"limit": 100})
        counts.append(len(queries))
    assert counts[0] == counts[1]


async def test_filter(client: AsyncClient, session: AsyncSession, body: Json) -> None:
    created = (await client.post(PATH, json=body | CHANGES)).json()
    assert created == created | CHANGES
    await create_meeting(session)
    for field in ["place", "starts_at"]:
        found = (await client.get(PATH, params={field: created[field]})).json()
        assert found == {"items": [created], "total": 1, "limit": 20, "offset": 0}


@pytest.mark.parametrize(("field", "value"), [*CHANGES.items()])
async def test_update(
    client: AsyncClient, session: AsyncSession, user: User, field: str, value: Any
) -> None:
    path = f"{PATH}/{(await create_meeting(session, host=user, updated_at=PAST)).id}"
    before = (await client.get(path)).json()
    after = (await client.patch(path, json={field: value})).json()
    assert after["updated_at"] > before["updated_at"]
    assert after == before | {field: value, "updated_at": after["updated_at"]}
    assert (await client.get(path)).json() == after


async def test_delete(client: AsyncClient, session: AsyncSession, user: User) -> None:
    path = f"{PATH}/{(await create_meeting(session, host=user)).id}"
    assert (await client.delete(path)).status_code == 204
    for method in ("GET", "PATCH", "DELETE"):
        assert (await client.request(method, path, json={})).status_code == 404


async def test_the_guests(client: AsyncClient, session: AsyncSession, user: User) -> None:
    others = [await create_user(session) for _ in range(3)]
    ids = sorted(str(other.id) for other in others)
    path = f"{PATH}/{(await create_meeting(session, host=user)).id}"
    for linked in (ids, ids[:1]):
        changed = (await client.patch(path, json={"guest_ids": linked})).json()
        assert sorted(changed["guest_ids"]) == linked


async def test_who_is_let_in(client: AsyncClient, session: AsyncSession, user: User) -> None:
    record = await create_meeting(session, host=user)
    one = f"{PATH}/{record.id}"
    calls = [("POST", PATH), ("PATCH", one), ("DELETE", one)]
    calls += [("GET", PATH), ("GET", one)]
    log_out(client)
    for method, path in calls:
        assert (await client.request(method, path)).status_code == 401


async def test_only_its_owner_changes_one(
    client: AsyncClient, session: AsyncSession, body: Json, user: User
) -> None:
    created = (await client.post(PATH, json=body)).json()
    assert created["host_id"] == str(user.id)
    path = f"{PATH}/{created['id']}"
    await log_in(client, session)
    assert (await client.get(path)).json() == created
    for method in ("PATCH", "DELETE"):
        assert (await client.request(method, path, json={})).status_code == 403
