"""Orders through the API."""

import datetime as dt
from typing import Any

import pytest
from httpx2 import AsyncClient
from sqlalchemy.ext.asyncio import AsyncEngine, AsyncSession

from tests.factories.address import create_address
from tests.factories.coupon import create_coupon
from tests.factories.customer import create_customer
from tests.factories.order import create_order
from tests.queries import count_queries

Json = dict[str, Any]

PATH = "/api/v1/orders"
UNKNOWN = "00000000-0000-4000-8000-000000000000"
PAST = dt.datetime(2026, 1, 1, tzinfo=dt.UTC)

# What a request may leave out, and what it then is.
DEFAULTS: Json = {"delivery_id": None, "coupon_ids": [], "status": "open", "wanted_by": None}
# What a request may say besides, or say anew.
CHANGES: Json = {
    "status": "2nd-attempt",
    "placed_at": "2126-02-01T12:30:00.000001Z",
    "wanted_by": "2126-02-01T12:30:00.000001Z",
}


@pytest.fixture
async def body(session: AsyncSession) -> Json:
    """What a request must say."""
    customer = await create_customer(session)
    return {"customer_id": str(customer.id)}


async def test_create(client: AsyncClient, body: Json) -> None:
    response = await client.post(PATH, json=body)
    assert response.status_code == 201
    created = response.json()
    made = ("id", "created_at", "updated_at", "placed_at", "customer", "delivery")
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
        ("customer_id", [None, UNKNOWN]),
        ("delivery_id", [UNKNOWN]),
        ("coupon_ids", [None, [UNKNOWN]]),
        ("status", [None, "no such value"]),
        ("placed_at", [None, "2126-01-31T12:30:00"]),
        ("wanted_by", ["2126-01-31T12:30:00"]),
        ("id", [UNKNOWN]),
    ],
)
async def test_what_is_refused(
    client: AsyncClient, session: AsyncSession, body: Json, field: str, values: list[Any]
) -> None:
    one = f"{PATH}/{(await create_order(session)).id}"
    for value in values:
        for method, path, given in (("POST", PATH, body), ("PATCH", one, {})):
            response = await client.request(method, path, json=given | {field: value})
            assert response.status_code == 422
            assert all(error["loc"][:2] == ["body", field] for error in response.json()["errors"])


async def test_list(client: AsyncClient, session: AsyncSession) -> None:
    times = [PAST + dt.timedelta(days=day) for day in range(3)]
    records = [await create_order(session, created_at=time) for time in times]
    items = [(await client.get(f"{PATH}/{record.id}")).json() for record in records]
    assert (await client.get(PATH)).json()["items"] == items[::-1]
    page = (await client.get(PATH, params={"sort": "created_at", "limit": 1, "offset": 1})).json()
    assert page == {"items": items[1:2], "total": 3, "limit": 1, "offset": 1}
    for key in ("status", "placed_at", "wanted_by", "created_at", "updated_at"):
        assert (await client.get(PATH, params={"sort": f"{key},-{key}"})).status_code == 200
    assert (await client.get(PATH, params={"sort": "no_such_key"})).status_code == 422


async def test_a_longer_list_takes_no_more_queries(
    client: AsyncClient, session: AsyncSession, engine: AsyncEngine
) -> None:
    counts = []
    for size in (2, 18):
        for _ in range(size):
            await create_order(
                session,
                coupons=[await create_coupon(session)],
                customer=await create_customer(session),
                delivery=await create_address(session),
            )
        with count_queries(engine) as queries:
            await client.get(PATH, params={"limit": 100})
        counts.append(len(queries))
    assert counts[0] == counts[1]


async def test_filter(client: AsyncClient, session: AsyncSession, body: Json) -> None:
    created = (await client.post(PATH, json=body | CHANGES)).json()
    assert created == created | CHANGES
    await create_order(session)
    for field in ["status", "placed_at", "wanted_by"]:
        found = (await client.get(PATH, params={field: created[field]})).json()
        assert found == {"items": [created], "total": 1, "limit": 20, "offset": 0}


@pytest.mark.parametrize(("field", "value"), [*CHANGES.items(), ("wanted_by", None)])
async def test_update(client: AsyncClient, session: AsyncSession, field: str, value: Any) -> None:
    path = f"{PATH}/{(await create_order(session, updated_at=PAST)).id}"
    before = (await client.get(path)).json()
    after = (await client.patch(path, json={field: value})).json()
    assert after["updated_at"] > before["updated_at"]
    assert after == before | {field: value, "updated_at": after["updated_at"]}
    assert (await client.get(path)).json() == after


async def test_delete(client: AsyncClient, session: AsyncSession) -> None:
    path = f"{PATH}/{(await create_order(session)).id}"
    assert (await client.delete(path)).status_code == 204
    for method in ("GET", "PATCH", "DELETE"):
        assert (await client.request(method, path, json={})).status_code == 404


async def test_the_customer(client: AsyncClient, session: AsyncSession) -> None:
    other = await create_customer(session)
    other_id = str(other.id)
    path = f"{PATH}/{(await create_order(session)).id}"
    changed = (await client.patch(path, json={"customer_id": other_id})).json()
    assert changed["customer_id"] == other_id
    assert changed["customer"]["id"] == other_id
    found = (await client.get(PATH, params={"customer_id": other_id})).json()
    assert found["items"] == [changed]
    assert (await client.delete(f"/api/v1/customers/{other_id}")).status_code == 409


async def test_the_delivery(client: AsyncClient, session: AsyncSession) -> None:
    other = await create_address(session)
    other_id = str(other.id)
    path = f"{PATH}/{(await create_order(session)).id}"
    changed = (await client.patch(path, json={"delivery_id": other_id})).json()
    assert changed["delivery_id"] == other_id
    assert changed["delivery"]["id"] == other_id
    found = (await client.get(PATH, params={"delivery_id": other_id})).json()
    assert found["items"] == [changed]
    assert (await client.delete(f"/api/v1/addresses/{other_id}")).status_code == 204
    assert (await client.get(path)).json()["delivery_id"] is None


async def test_the_coupons(client: AsyncClient, session: AsyncSession) -> None:
    others = [await create_coupon(session) for _ in range(3)]
    ids = sorted(str(other.id) for other in others)
    path = f"{PATH}/{(await create_order(session)).id}"
    for linked in (ids, ids[:1]):
        changed = (await client.patch(path, json={"coupon_ids": linked})).json()
        assert sorted(changed["coupon_ids"]) == linked
    assert (await client.delete(f"/api/v1/coupons/{ids[0]}")).status_code == 204
    assert (await client.get(path)).json()["coupon_ids"] == []
