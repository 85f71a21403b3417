"""The landing page: what this is, and how it is doing right now."""

import secrets
from html import escape
from pathlib import Path
from string import Template

from fastapi import APIRouter
from fastapi.responses import HTMLResponse

from app.about import DESCRIPTION, NAME, VERSION

PAGE = Template(Path(__file__).with_suffix(".html").read_text(encoding="utf-8"))

router = APIRouter(include_in_schema=False)


@router.get("/")
async def landing() -> HTMLResponse:
    nonce = secrets.token_urlsafe(16)
    html = PAGE.substitute(
        name=escape(NAME), description=escape(DESCRIPTION), version=escape(VERSION), nonce=nonce
    )
    policy = (
        f"default-src 'none'; script-src 'nonce-{nonce}'; style-src 'nonce-{nonce}'; "
        "connect-src 'self'; img-src data:; frame-ancestors 'none'"
    )
    return HTMLResponse(html, headers={"Content-Security-Policy": policy})
