"""Signing in at other providers.

    start or link -> the provider -> callback -> `next` of the front end, with a code -> exchange

The cookie `oauth` says that it is one browser all along the way.
"""

from typing import Annotated

from fastapi import APIRouter, Depends, HTTPException, Request, status
from fastapi.responses import RedirectResponse
from starlette.datastructures import URL

from app.api.v1.auth import forbid_caching
from app.core.oauth import PROVIDER_ERRORS, Identity, Provider, SignInError
from app.core.settings import Settings
from app.core.tokens import new_token
from app.dependencies.auth import CurrentUser, require_verified
from app.dependencies.oauth import ProviderDep, ProvidersDep, ReturnUrl
from app.dependencies.settings import SettingsDep
from app.models.user import User
from app.schemas.auth import TokenPair
from app.schemas.oauth import CodeExchange, ProviderUrl
from app.services.oauth_service import OAuthService

router = APIRouter(prefix="/auth/oauth", tags=["auth"], dependencies=[Depends(forbid_caching)])

ServiceDep = Annotated[OAuthService, Depends()]


@router.post("/exchange")
async def exchange(body: CodeExchange, request: Request, service: ServiceDep) -> TokenPair:
    """Tokens for the code with which the browser came back: once, and for this browser alone."""
    browser = request.session.get("browser", "")
    tokens = await service.exchange(body.code, browser, request.headers.get("user-agent"))
    request.session.clear()
    return tokens


@router.get("/{provider}", status_code=status.HTTP_302_FOUND)
async def start(
    request: Request, provider: ProviderDep, settings: SettingsDep, return_url: ReturnUrl
) -> RedirectResponse:
    """Send the browser to the provider."""
    request.session.clear()
    url = await leave(request, provider, settings, return_url)
    return RedirectResponse(url, status.HTTP_302_FOUND)


@router.post("/{provider}/link")
async def link(
    request: Request,
    provider: ProviderDep,
    settings: SettingsDep,
    return_url: ReturnUrl,
    user: Annotated[User, Depends(require_verified)],
    service: ServiceDep,
) -> ProviderUrl:
    """Where to send the browser, so that its user can sign in at the provider from then on."""
    request.session.clear()
    request.session["link"] = await service.start_link(user)
    return ProviderUrl(url=await leave(request, provider, settings, return_url))


@router.delete("/{provider}/link", status_code=status.HTTP_204_NO_CONTENT)
async def unlink(
    provider: str, providers: ProvidersDep, user: CurrentUser, service: ServiceDep
) -> None:
    """Forget that the user signs in there. The last way to sign in stays."""
    others = [each.name for each in providers.values() if each.is_configured]
    await service.unlink(user, provider, [name for name in others if name != provider])


@router.get("/{provider}/callback", status_code=status.HTTP_302_FOUND)
async def callback(
    request: Request, provider: ProviderDep, settings: SettingsDep, service: ServiceDep
) -> RedirectResponse:
    """Where the provider sends the browser back to. The answer goes on to the front end."""
    return_url = URL(request.session.get("next", f"{settings.public_url}/"))
    try:
        answer = await arrive(await provider.finish(request), request, service)
    except SignInError as error:
        answer = {"error": error.reason}
    return RedirectResponse(return_url.include_query_params(**answer), status.HTTP_302_FOUND)


async def leave(request: Request, provider: Provider, settings: Settings, return_url: str) -> str:
    request.session["next"] = return_url
    # Not by the host that the request names: that is for the client to choose.
    path = request.app.url_path_for("callback", provider=provider.name)
    try:
        return await provider.start(request, (settings.api_url or settings.public_url) + path)
    except PROVIDER_ERRORS as error:
        message = f"{provider.name} does not answer"
        raise HTTPException(status.HTTP_502_BAD_GATEWAY, message) from error


async def arrive(identity: Identity, request: Request, service: OAuthService) -> dict[str, str]:
    ticket = request.session.get("link")
    request.session.clear()
    if ticket is not None:
        await service.finish_link(identity, ticket)
        return {"linked": identity.provider}
    browser = request.session["browser"] = new_token()
    return {"code": await service.sign_in(identity, browser)}
