"""What a route of other providers is asked for: which of them, and where to go afterwards."""

import logging
from typing import Annotated
from urllib.parse import urlsplit

from fastapi import Depends, HTTPException, Query, Request, status
from fastapi.exceptions import RequestValidationError

from app.core.oauth import Provider
from app.dependencies.settings import SettingsDep

logger = logging.getLogger(__name__)


def get_providers(request: Request) -> dict[str, Provider]:
    providers: dict[str, Provider] = request.app.state.providers
    return providers


ProvidersDep = Annotated[dict[str, Provider], Depends(get_providers)]


def require_provider(provider: str, providers: ProvidersDep) -> Provider:
    found = providers.get(provider)
    if found is None:
        raise HTTPException(status.HTTP_404_NOT_FOUND, "There is no such provider")
    if not found.is_configured:
        logger.warning("%s has no client id, or no client secret", provider)
        raise HTTPException(status.HTTP_503_SERVICE_UNAVAILABLE, "This provider is not set up")
    return found


ProviderDep = Annotated[Provider, Depends(require_provider)]


def require_return_url(
    settings: SettingsDep, path: Annotated[str, Query(alias="next", max_length=2000)] = "/"
) -> str:
    """A path of our own, or a URL of an origin that the settings name: nobody is sent elsewhere."""
    if path.startswith("/") and not path.startswith("//"):
        path = settings.public_url + path
    if not is_known(path, [settings.public_url, *settings.frontend_origins]):
        problem = {"type": "unknown_origin", "msg": "Not a path, or a URL of a known origin"}
        raise RequestValidationError([{"loc": ("query", "next"), **problem}])
    return path


def is_known(url: str, known: list[str]) -> bool:
    # Browsers take a backslash for a slash, and drop control characters.
    if "\\" in url or not url.isprintable():
        return False
    return origin_of(url) in {origin_of(each) for each in known}


def origin_of(url: str) -> str:
    parts = urlsplit(url)
    return f"{parts.scheme}://{parts.netloc}"


ReturnUrl = Annotated[str, Depends(require_return_url)]
