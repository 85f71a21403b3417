"""Products through the API."""

import datetime as dt
from typing import Any

import pytest
from httpx2 import AsyncClient
from sqlalchemy.ext.asyncio import AsyncEngine, AsyncSession

from tests.factories.category import create_category
from tests.factories.product import create_product
from tests.factories.tag import create_tag
from tests.queries import count_queries

Json = dict[str, Any]

PATH = "/api/v1/products"
UNKNOWN = "00000000-0000-4000-8000-000000000000"
PAST = dt.datetime(2026, 1, 1, tzinfo=dt.UTC)

# What a request may leave out, and what it then is.
DEFAULTS: Json = {
    "summary": "none yet: ask us",
    "description": None,
    "weight": None,
    "stock": 0,
    "homepage": None,
    "released": None,
    "category_id": None,
    "tag_ids": [],
    "related_ids": [],
}
# What a request may say besides, or say anew.
CHANGES: Json = {
    "name": "Another name",
    "slug": "another-slug",
    "summary": "Another summary",
    "description": "Another description",
    "price": "2.00",
    "weight": 3.0,
    "stock": 2,
    "homepage": "https://example.org/another-homepage",
    "released": "2126-02-01",
    "sku": "00000000-0000-4000-8000-000000000002",
}


@pytest.fixture
def body() -> Json:
    """What a request must say."""
    return {"name": "Name", "slug": "slug", "price": "1.00"}


async def test_create(client: AsyncClient, body: Json) -> None:
    response = await client.post(PATH, json=body)
    assert response.status_code == 201
    created = response.json()
    made = ("id", "created_at", "updated_at", "sku", "category", "tags")
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
        ("name", [None, "x" * 121, "\0"]),
        ("slug", [None, "No Slug", "x" * 256]),
        ("summary", ["x" * 301, "\0"]),
        ("description", ["x" * 20001, "\0"]),
        ("price", [None, "0.001", "100000000.00", "-0.01"]),
        ("weight", ["nan"]),
        ("stock", [None, -1, 2**31]),
        ("homepage", ["ftp://example.org", "https://example.org/" + "x" * 2048]),
        ("released", ["2126-02-30"]),
        ("sku", [None, "1"]),
        ("category_id", [UNKNOWN]),
        ("tag_ids", [None, [UNKNOWN]]),
        ("related_ids", [None, [UNKNOWN]]),
        ("id", [UNKNOWN]),
    ],
)
async def test_what_is_refused(
    client: AsyncClient, session: AsyncSession, body: Json, field: str, values: list[Any]
) -> None:
    one = f"{PATH}/{(await create_product(session)).id}"
    for value in values:
        for method, path, given in (("POST", PATH, body), ("PATCH", one, {})):
            response = await client.request(method, path, json=given | {field: value})
            assert response.status_code == 422
            assert all(error["loc"][:2] == ["body", field] for error in response.json()["errors"])


@pytest.mark.parametrize("fields", [["slug"], ["sku"], ["name", "category_id"]])
async def test_what_is_unique(
    client: AsyncClient, session: AsyncSession, body: Json, fields: list[str]
) -> None:
    category = await create_category(session)
    given = {**body, **CHANGES, "category_id": str(category.id)}
    created = (await client.post(PATH, json=given)).json()
    assert (await client.post(PATH, json=given)).status_code == 409
    other = await create_product(session)
    same = {field: created[field] for field in fields}
    assert (await client.patch(f"{PATH}/{other.id}", json=same)).status_code == 409


async def test_list(client: AsyncClient, session: AsyncSession) -> None:
    times = [PAST + dt.timedelta(days=day) for day in range(3)]
    records = [await create_product(session, created_at=time) for time in times]
    items = [(await client.get(f"{PATH}/{record.id}")).json() for record in records]
    assert (await client.get(PATH)).json()["items"] == items[::-1]
    page = (await client.get(PATH, params={"sort": "created_at", "limit": 1, "offset": 1})).json()
    assert page == {"items": items[1:2], "total": 3, "limit": 1, "offset": 1}
    for key in (
        "name",
        "slug",
        "summary",
        "price",
        "weight",
        "stock",
        "homepage",
        "released",
        "sku",
        "created_at",
        "updated_at",
    ):
        assert (await client.get(PATH, params={"sort": f"{key},-{key}"})).status_code == 200
    assert (await client.get(PATH, params={"sort": "no_such_key"})).status_code == 422


async def test_a_longer_list_takes_no_more_queries(
    client: AsyncClient, session: AsyncSession, engine: AsyncEngine
) -> None:
    counts = []
    for size in (2, 18):
        for _ in range(size):
            await create_product(
                session,
                tags=[await create_tag(session)],
                related=[await create_product(session)],
                category=await create_category(session),
            )
        with count_queries(engine) as queries:
            await client.get(PATH, params={"limit": 100})
        counts.append(len(queries))
    assert counts[0] == counts[1]


async def test_filter(client: AsyncClient, session: AsyncSession, body: Json) -> None:
    created = (await client.post(PATH, json=body | CHANGES)).json()
    assert created == created | CHANGES
    await create_product(session)
    for field in [
        "name",
        "slug",
        "summary",
        "price",
        "weight",
        "stock",
        "homepage",
        "released",
        "sku",
    ]:
        found = (await client.get(PATH, params={field: created[field]})).json()
        assert found == {"items": [created], "total": 1, "limit": 20, "offset": 0}


@pytest.mark.parametrize(
    ("field", "value"),
    [
        *CHANGES.items(),
        ("summary", None),
        ("description", None),
        ("weight", None),
        ("homepage", None),
        ("released", None),
    ],
)
async def test_update(client: AsyncClient, session: AsyncSession, field: str, value: Any) -> None:
    path = f"{PATH}/{(await create_product(session, updated_at=PAST)).id}"
    before = (await client.get(path)).json()
    after = (await client.patch(path, json={field: value})).json()
    assert after["updated_at"] > before["updated_at"]
    assert after == before | {field: value, "updated_at": after["updated_at"]}
    assert (await client.get(path)).json() == after


async def test_delete(client: AsyncClient, session: AsyncSession) -> None:
    path = f"{PATH}/{(await create_product(session)).id}"
    assert (await client.delete(path)).status_code == 204
    for method in ("GET", "PATCH", "DELETE"):
        assert (await client.request(method, path, json={})).status_code == 404


async def test_the_category(client: AsyncClient, session: AsyncSession) -> None:
    other = await create_category(session)
    other_id = str(other.id)
    path = f"{PATH}/{(await create_product(session)).id}"
    changed = (await client.patch(path, json={"category_id": other_id})).json()
    assert changed["category_id"] == other_id
    assert changed["category"]["id"] == other_id
    found = (await client.get(PATH, params={"category_id": other_id})).json()
    assert found["items"] == [changed]
    assert (await client.delete(f"/api/v1/categories/{other_id}")).status_code == 204
    assert (await client.get(path)).json()["category_id"] is None


async def test_the_tags(client: AsyncClient, session: AsyncSession) -> None:
    others = [await create_tag(session) for _ in range(3)]
    ids = sorted(str(other.id) for other in others)
    path = f"{PATH}/{(await create_product(session)).id}"
    for linked in (ids, ids[:1]):
        changed = (await client.patch(path, json={"tag_ids": linked})).json()
        assert sorted(changed["tag_ids"]) == linked
        assert sorted(other["id"] for other in changed["tags"]) == linked
    assert (await client.delete(f"/api/v1/tags/{ids[0]}")).status_code == 204
    assert (await client.get(path)).json()["tag_ids"] == []


async def test_the_related(client: AsyncClient, session: AsyncSession) -> None:
    others = [await create_product(session) for _ in range(3)]
    ids = sorted(str(other.id) for other in others)
    path = f"{PATH}/{(await create_product(session)).id}"
    for linked in (ids, ids[:1]):
        changed = (await client.patch(path, json={"related_ids": linked})).json()
        assert sorted(changed["related_ids"]) == linked
