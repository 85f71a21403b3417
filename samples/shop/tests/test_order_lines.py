"""Order lines through the API."""

import datetime as dt
from typing import Any

import pytest
from httpx2 import AsyncClient
from sqlalchemy.ext.asyncio import AsyncSession

from tests.factories.order import create_order
from tests.factories.order_line import create_order_line
from tests.factories.product import create_product

Json = dict[str, Any]

PATH = "/api/v1/order-lines"
UNKNOWN = "00000000-0000-4000-8000-000000000000"
PAST = dt.datetime(2026, 1, 1, tzinfo=dt.UTC)

# What a request may leave out, and what it then is.
DEFAULTS: Json = {"quantity": 1}
# What a request may say besides, or say anew.
CHANGES: Json = {"quantity": 3, "price": "2.00"}


@pytest.fixture
async def body(session: AsyncSession) -> Json:
    """What a request must say."""
    order = await create_order(session)
    product = await create_product(session)
    return {"order_id": str(order.id), "product_id": str(product.id), "price": "1.00"}


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
        ("order_id", [None, UNKNOWN]),
        ("product_id", [None, UNKNOWN]),
        ("quantity", [None, 0, 2**31]),
        ("price", [None, "0.001", "100000000.00"]),
        ("id", [UNKNOWN]),
    ],
)
async def test_what_is_refused(
    client: AsyncClient, session: AsyncSession, body: Json, field: str, values: list[Any]
) -> None:
    one = f"{PATH}/{(await create_order_line(session)).id}"
    for value in values:
        for method, path, given in (("POST", PATH, body), ("PATCH", one, {})):
            response = await client.request(method, path, json=given | {field: value})
            assert response.status_code == 422
            assert all(error["loc"][:2] == ["body", field] for error in response.json()["errors"])


@pytest.mark.parametrize("fields", [["order_id", "product_id"]])
async def test_what_is_unique(
    client: AsyncClient, session: AsyncSession, body: Json, fields: list[str]
) -> None:
    given = body | CHANGES
    created = (await client.post(PATH, json=given)).json()
    assert (await client.post(PATH, json=given)).status_code == 409
    other = await create_order_line(session)
    same = {field: created[field] for field in fields}
    assert (await client.patch(f"{PATH}/{other.id}", json=same)).status_code == 409


async def test_list(client: AsyncClient, session: AsyncSession) -> None:
    times = [PAST + dt.timedelta(days=day) for day in range(3)]
    records = [await create_order_line(session, created_at=time) for time in times]
    items = [(await client.get(f"{PATH}/{record.id}")).json() for record in records]
    assert (await client.get(PATH)).json()["items"] == items[::-1]
    page = (await client.get(PATH, params={"sort": "created_at", "limit": 1, "offset": 1})).json()
    assert page == {"items": items[1:2], "total": 3, "limit": 1, "offset": 1}
    for key in ("quantity", "price", "created_at", "updated_at"):
        assert (await client.get(PATH, params={"sort": f"{key},-{key}"})).status_code == 200
    assert (await client.get(PATH, params={"sort": "no_such_key"})).status_code == 422


async def test_filter(client: AsyncClient, session: AsyncSession, body: Json) -> None:
    created = (await client.post(PATH, json=body | CHANGES)).json()
    assert created == created | CHANGES
    await create_order_line(session)
    for field in ["quantity", "price"]:
        found = (await client.get(PATH, params={field: created[field]})).json()
        assert found == {"items": [created], "total": 1, "limit": 20, "offset": 0}


@pytest.mark.parametrize(("field", "value"), [*CHANGES.items()])
async def test_update(client: AsyncClient, session: AsyncSession, field: str, value: Any) -> None:
    path = f"{PATH}/{(await create_order_line(session, updated_at=PAST)).id}"
    before = (await client.get(path)).json()
    after = (await client.patch(path, json={field: value})).json()
    assert after["updated_at"] > before["updated_at"]
    assert after == before | {field: value, "updated_at": after["updated_at"]}
    assert (await client.get(path)).json() == after


async def test_delete(client: AsyncClient, session: AsyncSession) -> None:
    path = f"{PATH}/{(await create_order_line(session)).id}"
    assert (await client.delete(path)).status_code == 204
    for method in ("GET", "PATCH", "DELETE"):
        assert (await client.request(method, path, json={})).status_code == 404


async def test_the_order(client: AsyncClient, session: AsyncSession) -> None:
    other = await create_order(session)
    other_id = str(other.id)
    path = f"{PATH}/{(await create_order_line(session)).id}"
    changed = (await client.patch(path, json={"order_id": other_id})).json()
    assert changed["order_id"] == other_id
    found = (await client.get(PATH, params={"order_id": other_id})).json()
    assert found["items"] == [changed]
    assert (await client.delete(f"/api/v1/orders/{other_id}")).status_code == 204
    assert (await client.get(path)).status_code == 404


async def test_the_product(client: AsyncClient, session: AsyncSession) -> None:
    other = await create_product(session)
    other_id = str(other.id)
    path = f"{PATH}/{(await create_order_line(session)).id}"
    changed = (await client.patch(path, json={"product_id": other_id})).json()
    assert changed["product_id"] == other_id
    found = (await client.get(PATH, params={"product_id": other_id})).json()
    assert found["items"] == [changed]
    assert (await client.delete(f"/api/v1/products/{other_id}")).status_code == 409
