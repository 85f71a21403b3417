"""Customers through the API."""

import datetime as dt
from typing import Any

import pytest
from httpx2 import AsyncClient
from sqlalchemy.ext.asyncio import AsyncSession

from tests.factories.customer import create_customer

Json = dict[str, Any]

PATH = "/api/v1/customers"
UNKNOWN = "00000000-0000-4000-8000-000000000000"
PAST = dt.datetime(2026, 1, 1, tzinfo=dt.UTC)

# What a request may leave out, and what it then is.
DEFAULTS: Json = {
    "birthday": None,
    "balance": "0.00",
    "points": 0,
    "newsletter": False,
    "avatar": None,
    "preferences": None,
    "referrer_id": None,
}
# What a request may say besides, or say anew.
CHANGES: Json = {
    "email": "another-email@example.org",
    "name": "Another name",
    "birthday": "2126-02-01",
    "balance": "2.00",
    "points": 2,
    "newsletter": True,
    "avatar": "Y2hhbmdlZA==",
    "preferences": {"list": [1, None, 0.5]},
}


@pytest.fixture
def body() -> Json:
    """What a request must say."""
    return {"email": "email@example.org", "name": "Name"}


async def test_create(client: AsyncClient, body: Json) -> None:
    response = await client.post(PATH, json=body)
    assert response.status_code == 201
    created = response.json()
    made = ("id", "created_at", "updated_at")
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
        ("email", [None, "no address"]),
        ("name", [None, "x" * 121, "\0"]),
        ("birthday", ["2126-02-30"]),
        ("balance", [None, "0.001", "10000000000.00"]),
        ("points", [None, -1, 2**63]),
        ("newsletter", [None, "perhaps"]),
        ("avatar", ["?"]),
        ("preferences", ["text"]),
        ("internal_note", [None]),
        ("referrer_id", [UNKNOWN]),
        ("id", [UNKNOWN]),
    ],
)
async def test_what_is_refused(
    client: AsyncClient, session: AsyncSession, body: Json, field: str, values: list[Any]
) -> None:
    one = f"{PATH}/{(await create_customer(session)).id}"
    for value in values:
        for method, path, given in (("POST", PATH, body), ("PATCH", one, {})):
            response = await client.request(method, path, json=given | {field: value})
            assert response.status_code == 422
            assert all(error["loc"][:2] == ["body", field] for error in response.json()["errors"])


@pytest.mark.parametrize("fields", [["email"]])
async def test_what_is_unique(
    client: AsyncClient, session: AsyncSession, body: Json, fields: list[str]
) -> None:
    given = body | CHANGES
    created = (await client.post(PATH, json=given)).json()
    assert (await client.post(PATH, json=given)).status_code == 409
    other = await create_customer(session)
    same = {field: created[field] for field in fields}
    assert (await client.patch(f"{PATH}/{other.id}", json=same)).status_code == 409


async def test_list(client: AsyncClient, session: AsyncSession) -> None:
    times = [PAST + dt.timedelta(days=day) for day in range(3)]
    records = [await create_customer(session, created_at=time) for time in times]
    items = [(await client.get(f"{PATH}/{record.id}")).json() for record in records]
    assert (await client.get(PATH)).json()["items"] == items[::-1]
    page = (await client.get(PATH, params={"sort": "created_at", "limit": 1, "offset": 1})).json()
    assert page == {"items": items[1:2], "total": 3, "limit": 1, "offset": 1}
    for key in (
        "email",
        "name",
        "birthday",
        "balance",
        "points",
        "newsletter",
        "created_at",
        "updated_at",
    ):
        assert (await client.get(PATH, params={"sort": f"{key},-{key}"})).status_code == 200
    assert (await client.get(PATH, params={"sort": "no_such_key"})).status_code == 422


async def test_filter(client: AsyncClient, session: AsyncSession, body: Json) -> None:
    created = (await client.post(PATH, json=body | CHANGES)).json()
    assert created == created | CHANGES
    await create_customer(session)
    for field in ["email", "name", "birthday", "balance", "points", "newsletter"]:
        found = (await client.get(PATH, params={field: created[field]})).json()
        assert found == {"items": [created], "total": 1, "limit": 20, "offset": 0}


@pytest.mark.parametrize(
    ("field", "value"),
    [*CHANGES.items(), ("birthday", None), ("avatar", None), ("preferences", None)],
)
async def test_update(client: AsyncClient, session: AsyncSession, field: str, value: Any) -> None:
    path = f"{PATH}/{(await create_customer(session, updated_at=PAST)).id}"
    before = (await client.get(path)).json()
    after = (await client.patch(path, json={field: value})).json()
    assert after["updated_at"] > before["updated_at"]
    assert after == before | {field: value, "updated_at": after["updated_at"]}
    assert (await client.get(path)).json() == after


async def test_delete(client: AsyncClient, session: AsyncSession) -> None:
    path = f"{PATH}/{(await create_customer(session)).id}"
    assert (await client.delete(path)).status_code == 204
    for method in ("GET", "PATCH", "DELETE"):
        assert (await client.request(method, path, json={})).status_code == 404


async def test_the_referrer(client: AsyncClient, session: AsyncSession) -> None:
    other = await create_customer(session)
    other_id = str(other.id)
    path = f"{PATH}/{(await create_customer(session)).id}"
    changed = (await client.patch(path, json={"referrer_id": other_id})).json()
    assert changed["referrer_id"] == other_id
    found = (await client.get(PATH, params={"referrer_id": other_id})).json()
    assert found["items"] == [changed]
    assert (await client.delete(f"/api/v1/customers/{other_id}")).status_code == 204
    assert (await client.get(path)).json()["referrer_id"] is None
