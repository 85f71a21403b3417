"""Fills the shop through its API."""

import asyncio
import sys

sys.path.insert(0, ".")

from httpx2 import ASGITransport, AsyncClient

from app.core.settings import Settings
from app.factory import create_app


async def seed() -> None:
    app = create_app(Settings(environment="development"))
    transport = ASGITransport(app=app)
    async with app.router.lifespan_context(app), AsyncClient(transport=transport, base_url="http://test") as client:

        async def post(path: str, **body: object) -> str:
            response = await client.post(f"/api/v1/{path}", json=body)
            assert response.status_code == 201, response.text
            return response.json()["id"]

        tags = [await post("tags", name=name) for name in ("new", "old", "blue")]
        category = await post("categories", name="Books", slug="books")
        for number in range(3):
            await post("customers", email=f"c{number}@example.org", name=f"Customer {number}")
            await post(
                "products",
                name=f"Book {number}",
                slug=f"book-{number}",
                price="9.50",
                category_id=category,
                tag_ids=tags,
            )


asyncio.run(seed())
