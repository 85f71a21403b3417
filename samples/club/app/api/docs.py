"""The docs page: Swagger UI, from the CDN that FastAPI uses."""

import secrets

from fastapi import APIRouter
from fastapi.openapi.docs import get_swagger_ui_html
from fastapi.responses import HTMLResponse

from app.about import NAME

router = APIRouter(include_in_schema=False)


@router.get("/docs")
async def docs() -> HTMLResponse:
    nonce = secrets.token_urlsafe(16)
    page = get_swagger_ui_html(
        openapi_url="openapi.json",  # Relative, so that it is found behind a prefix too.
        title=f"{NAME}: API",
        swagger_favicon_url="data:,",
    )
    html = bytes(page.body).decode().replace("<script", f'<script nonce="{nonce}"')
    policy = (
        f"default-src 'none'; script-src 'nonce-{nonce}'; connect-src 'self'; img-src data:; "
        "style-src https://cdn.jsdelivr.net; frame-ancestors 'none'"
    )
    return HTMLResponse(html, headers={"Content-Security-Policy": policy})
