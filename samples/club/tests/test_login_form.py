"""The login of the docs page."""

from httpx2 import AsyncClient
from sqlalchemy.ext.asyncio import AsyncSession

from tests.accounts import AUTH, PASSWORD, by, create_account, tokens_in


async def test_the_docs_page_logs_in_by_a_form(client: AsyncClient, session: AsyncSession) -> None:
    user = await create_account(session)
    form = {"grant_type": "password", "username": user.email, "password": PASSWORD, "scope": ""}
    tokens = tokens_in(client, await client.post(f"{AUTH}/token", data=form))
    assert (await client.get(f"{AUTH}/me", headers=by(tokens))).status_code == 200
    document = (await client.get("/openapi.json")).json()
    [scheme] = document["components"]["securitySchemes"].values()
    assert scheme["flows"]["password"]["tokenUrl"] == f"{AUTH}/token".removeprefix("/")
