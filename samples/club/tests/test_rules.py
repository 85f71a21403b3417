"""Rules through the API."""

import datetime as dt
from typing import Any

import pytest
from httpx2 import AsyncClient
from sqlalchemy.ext.asyncio import AsyncSession

from tests.factories.rule import create_rule

Json = dict[str, Any]

PATH = "/api/v1/rules"
UNKNOWN = "00000000-0000-4000-8000-000000000000"
PAST = dt.datetime(2026, 1, 1, tzinfo=dt.UTC)

# What a request may leave out, and what it then is.
DEFAULTS: Json = {}
# What a request may say besides, or say anew.
CHANGES: Json = {"text": "Another text"}


@pytest.fixture
def body() -> Json:
    """What a request must say."""
    return {"text": "Text"}


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
    [("text", [None, "x" * 501, "\0"]), ("id", [UNKNOWN])],
)
async def test_what_is_refused(
    client: AsyncClient, session: AsyncSession, body: Json, field: str, values: list[Any]
) -> None:
    one = f"{PATH}/{(await create_rule(session)).id}"
    for value in values:
        for method, path, given in (("POST", PATH, body), ("PATCH", one, {})):
            response = await client.request(method, path, json=given | {field: value})
            assert response.status_code == 422
            assert all(error["loc"][:2] == ["body", field] for error in response.json()["errors"])


@pytest.mark.parametrize("fields", [["text"]])
async def test_what_is_unique(
    client: AsyncClient, session: AsyncSession, body: Json, fields: list[str]
) -> None:
    given = body | CHANGES
    created = (await client.post(PATH, json=given)).json()
    assert (await client.post(PATH, json=given)).status_code == 409
    other = await create_rule(session)
    same = {field: created[field] for field in fields}
    assert (await client.patch(f"{PATH}/{other.id}", json=same)).status_code == 409


async def test_list(client: AsyncClient, session: AsyncSession) -> None:
    times = [PAST + dt.timedelta(days=day) for day in range(3)]
    records = [await create_rule(session, created_at=time) for time in times]
    items = [(await client.get(f"{PATH}/{record.id}")).json() for record in records]
    assert (await client.get(PATH)).json()["items"] == items[::-1]
    page = (await client.get(PATH, params={"sort": "created_at", "limit": 1, "offset": 1})).json()
    assert page == {"items": items[1:2], "total": 3, "limit": 1, "offset": 1}
    for key in ("text", "created_at", "updated_at"):
        assert (await client.get(PATH, params={"sort": f"{key},-{key}"})).status_code == 200
    assert (await client.get(PATH, params={"sort": "no_such_key"})).status_code == 422


async def test_filter(client: AsyncClient, session: AsyncSession, body: Json) -> None:
    created = (await client.post(PATH, json=body | CHANGES)).json()
    assert created == created | CHANGES
    await create_rule(session)
    for field in ["text"]:
        found = (await client.get(PATH, params={field: created[field]})).json()
        assert found == {"items": [created], "total": 1, "limit": 20, "offset": 0}


@pytest.mark.parametrize(("field", "value"), [*CHANGES.items()])
async def test_update(client: AsyncClient, session: AsyncSession, field: str, value: Any) -> None:
    path = f"{PATH}/{(await create_rule(session, updated_at=PAST)).id}"
    before = (await client.get(path)).json()
    after = (await client.patch(path, json={field: value})).json()
    assert after["updated_at"] > before["updated_at"]
    assert after == before | {field: value, "updated_at": after["updated_at"]}
    assert (await client.get(path)).json() == after


async def test_delete(client: AsyncClient, session: AsyncSession) -> None:
    path = f"{PATH}/{(await create_rule(session)).id}"
    assert (await client.delete(path)).status_code == 204
    for method in ("GET", "PATCH", "DELETE"):
        assert (await client.request(method, path, json={})).status_code == 404
