"""Reviews through the API."""

import datetime as dt
from typing import Any

import pytest
from httpx2 import AsyncClient
from sqlalchemy.ext.asyncio import AsyncSession

from tests.factories.customer import create_customer
from tests.factories.product import create_product
from tests.factories.review import create_review

Json = dict[str, Any]

PATH = "/api/v1/reviews"
UNKNOWN = "00000000-0000-4000-8000-000000000000"
PAST = dt.datetime(2026, 1, 1, tzinfo=dt.UTC)

# What a request may leave out, and what it then is.
DEFAULTS: Json = {"moderator_id": None, "mood": None, "visible": True}
# What a request may say besides, or say anew.
CHANGES: Json = {"rating": 3, "body": "Another body", "mood": "angry", "visible": True}


@pytest.fixture
async def body(session: AsyncSession) -> Json:
    """What a request must say."""
    product = await create_product(session)
    author = await create_customer(session)
    return {"product_id": str(product.id), "author_id": str(author.id), "rating": 2, "body": "Body"}


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
        ("product_id", [None, UNKNOWN]),
        ("author_id", [None, UNKNOWN]),
        ("moderator_id", [UNKNOWN]),
        ("rating", [None, 0, 6]),
        ("body", [None, "\0"]),
        ("mood", ["no such value"]),
        ("visible", [None, "perhaps"]),
        ("id", [UNKNOWN]),
    ],
)
async def test_what_is_refused(
    client: AsyncClient, session: AsyncSession, body: Json, field: str, values: list[Any]
) -> None:
    one = f"{PATH}/{(await create_review(session)).id}"
    for value in values:
        for method, path, given in (("POST", PATH, body), ("PATCH", one, {})):
            response = await client.request(method, path, json=given | {field: value})
            assert response.status_code == 422
            assert all(error["loc"][:2] == ["body", field] for error in response.json()["errors"])


async def test_list(client: AsyncClient, session: AsyncSession) -> None:
    times = [PAST + dt.timedelta(days=day) for day in range(3)]
    records = [await create_review(session, created_at=time) for time in times]
    items = [(await client.get(f"{PATH}/{record.id}")).json() for record in records]
    assert (await client.get(PATH)).json()["items"] == items[::-1]
    page = (await client.get(PATH, params={"sort": "created_at", "limit": 1, "offset": 1})).json()
    assert page == {"items": items[1:2], "total": 3, "limit": 1, "offset": 1}
    for key in ("rating", "mood", "visible", "created_at", "updated_at"):
        assert (await client.get(PATH, params={"sort": f"{key},-{key}"})).status_code == 200
    assert (await client.get(PATH, params={"sort": "no_such_key"})).status_code == 422


async def test_filter(client: AsyncClient, session: AsyncSession, body: Json) -> None:
    created = (await client.post(PATH, json=body | CHANGES)).json()
    assert created == created | CHANGES
    await create_review(session)
    for field in ["rating", "mood"]:
        found = (await client.get(PATH, params={field: created[field]})).json()
        assert found == {"items": [created], "total": 1, "limit": 20, "offset": 0}


@pytest.mark.parametrize(("field", "value"), [*CHANGES.items(), ("mood", None)])
async def test_update(client: AsyncClient, session: AsyncSession, field: str, value: Any) -> None:
    path = f"{PATH}/{(await create_review(session, updated_at=PAST)).id}"
    before = (await client.get(path)).json()
    after = (await client.patch(path, json={field: value})).json()
    assert after["updated_at"] > before["updated_at"]
    assert after == before | {field: value, "updated_at": after["updated_at"]}
    assert (await client.get(path)).json() == after


async def test_delete(client: AsyncClient, session: AsyncSession) -> None:
    path = f"{PATH}/{(await create_review(session)).id}"
    assert (await client.delete(path)).status_code == 204
    for method in ("GET", "PATCH", "DELETE"):
        assert (await client.request(method, path, json={})).status_code == 404


async def test_the_product(client: AsyncClient, session: AsyncSession) -> None:
    other = await create_product(session)
    other_id = str(other.id)
    path = f"{PATH}/{(await create_review(session)).id}"
    changed = (await client.patch(path, json={"product_id": other_id})).json()
    assert changed["product_id"] == other_id
    found = (await client.get(PATH, params={"product_id": other_id})).json()
    assert found["items"] == [changed]
    assert (await client.delete(f"/api/v1/products/{other_id}")).status_code == 204
    assert (await client.get(path)).status_code == 404


async def test_the_author(client: AsyncClient, session: AsyncSession) -> None:
    other = await create_customer(session)
    other_id = str(other.id)
    path = f"{PATH}/{(await create_review(session)).id}"
    changed = (await client.patch(path, json={"author_id": other_id})).json()
    assert changed["author_id"] == other_id
    found = (await client.get(PATH, params={"author_id": other_id})).json()
    assert found["items"] == [changed]
    assert (await client.delete(f"/api/v1/customers/{other_id}")).status_code == 204
    assert (await client.get(path)).status_code == 404


async def test_the_moderator(client: AsyncClient, session: AsyncSession) -> None:
    other = await create_customer(session)
    other_id = str(other.id)
    path = f"{PATH}/{(await create_review(session)).id}"
    changed = (await client.patch(path, json={"moderator_id": other_id})).json()
    assert changed["moderator_id"] == other_id
    found = (await client.get(PATH, params={"moderator_id": other_id})).json()
    assert found["items"] == [changed]
    assert (await client.delete(f"/api/v1/customers/{other_id}")).status_code == 204
    assert (await client.get(path)).json()["moderator_id"] is None
