"""What the OpenAPI document says of the routes of records."""

import pytest
from httpx2 import AsyncClient


@pytest.mark.parametrize(
    ("path", "key", "tag"),
    [
        ("/api/v1/addresses", "address_id", "addresses"),
        ("/api/v1/categories", "category_id", "categories"),
        ("/api/v1/coupons", "coupon_id", "coupons"),
        ("/api/v1/customers", "customer_id", "customers"),
        ("/api/v1/orders", "order_id", "orders"),
        ("/api/v1/order-lines", "order_line_id", "order lines"),
        ("/api/v1/products", "product_id", "products"),
        ("/api/v1/reviews", "review_id", "reviews"),
        ("/api/v1/tags", "tag_id", "tags"),
    ],
)
async def test_routes_say_what_they_refuse(
    client: AsyncClient, path: str, key: str, tag: str
) -> None:
    paths = (await client.get("/openapi.json")).json()["paths"]
    one, many = paths[f"{path}/{{{key}}}"], paths[path]
    operations = [many["get"], many["post"], one["get"], one["patch"], one["delete"]]
    refused = [each["responses"].keys() & {"404", "409"} for each in operations]
    assert refused == [set(), {"409"}, {"404"}, {"404", "409"}, {"404", "409"}]
    assert all(each["tags"] == [tag] for each in operations)
