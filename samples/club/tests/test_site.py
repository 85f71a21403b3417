import re
from html import escape
from urllib.parse import urljoin

import pytest
from httpx2 import AsyncClient

from app.about import DESCRIPTION, NAME, VERSION
from app.core.settings import Settings


def nonces_of(html: str) -> set[str]:
    return set(re.findall(r'nonce="([^"]+)"', html))


async def test_the_landing_page_shows_live_health_and_needs_no_other_host(
    client: AsyncClient,
) -> None:
    response = await client.get("/")
    assert response.status_code == 200
    assert response.headers["Content-Type"] == "text/html; charset=utf-8"
    assert f"{NAME} <small>{VERSION}</small>" in response.text
    assert f"<p>{escape(DESCRIPTION)}</p>" in response.text
    assert 'fetch("health/ready"' in response.text
    assert 'href="docs"' in response.text
    assert "://" not in response.text.replace(escape(DESCRIPTION), "")


async def test_the_landing_page_permits_its_own_script_and_style_only(client: AsyncClient) -> None:
    response = await client.get("/")
    [nonce] = nonces_of(response.text)
    assert response.headers["Content-Security-Policy"].split("; ") == [
        "default-src 'none'",
        f"script-src 'nonce-{nonce}'",
        f"style-src 'nonce-{nonce}'",
        "connect-src 'self'",
        "img-src data:",
        "frame-ancestors 'none'",
    ]


async def test_the_docs_page_finds_the_document(client: AsyncClient) -> None:
    page = await client.get("/docs")
    found = re.search(r"url: '([^']+)'", page.text)
    assert found
    document = (await client.get(urljoin("/docs", found[1]))).json()
    assert document["info"]["title"] == NAME
    assert document["info"]["version"] == VERSION
    assert document["info"].get("description", "") == DESCRIPTION
    assert set(document["paths"]) >= {"/health/live", "/health/ready"}
    assert not {"/", "/docs"} & set(document["paths"])
    assert {"503", "200"} <= set(document["paths"]["/health/ready"]["get"]["responses"])


async def test_the_docs_page_permits_swagger_ui_and_nothing_else(client: AsyncClient) -> None:
    response = await client.get("/docs")
    [nonce] = nonces_of(response.text)
    assert response.text.count("<script") == response.text.count(f'<script nonce="{nonce}"') == 2
    assert response.headers["Content-Security-Policy"].split("; ") == [
        "default-src 'none'",
        f"script-src 'nonce-{nonce}'",
        "connect-src 'self'",
        "img-src data:",
        "style-src https://cdn.jsdelivr.net",
        "frame-ancestors 'none'",
    ]
    assert set(re.findall(r'(?:href|src)="(?:https://)?([^/"]+)', response.text)) == {
        "cdn.jsdelivr.net",
        "data:,",
    }


async def test_there_is_one_docs_page(client: AsyncClient) -> None:
    assert (await client.get("/redoc")).status_code == 404


@pytest.mark.parametrize("path", ["/", "/docs"])
async def test_a_nonce_is_used_once(client: AsyncClient, path: str) -> None:
    [first, second] = [nonces_of((await client.get(path)).text) for _ in range(2)]
    assert first != second


class TestInProduction:
    @pytest.fixture
    def settings(self, settings: Settings) -> Settings:
        return settings.model_copy(update={"environment": "production"})

    @pytest.mark.parametrize("path", ["/", "/docs", "/redoc", "/openapi.json"])
    async def test_the_pages_are_off(self, client: AsyncClient, path: str) -> None:
        assert (await client.get(path)).status_code == 404

    async def test_health_is_on(self, client: AsyncClient) -> None:
        assert (await client.get("/health/ready")).status_code == 200
