"""The limit of all routes but the health checks, and on every answer what is left of its limits."""

from fastapi import HTTPException, Request
from starlette.datastructures import MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from app.core.errors import handle_http_exception
from app.core.rate_limit import Limiter, address, route_of


class RateLimitMiddleware:
    """Counts addresses: who is calling is known later."""

    def __init__(self, app: ASGIApp, *, default: str) -> None:
        self.app = app
        self.default = default

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return

        request = Request(scope)
        limiter = Limiter(request.app.state.rate_counter)
        request.state.limiter = limiter

        async def send_with_headers(message: Message) -> None:
            if message["type"] == "http.response.start" and limiter.standings:
                MutableHeaders(scope=message).update(headers_of(limiter))
            await send(message)

        try:
            route = route_of(request)
            if not route.startswith("GET /health/"):
                await limiter.require(self.default, "default", f"{route} {address(request)}")
        except HTTPException as error:
            response = await handle_http_exception(request, error)
            await response(scope, receive, send_with_headers)
            return
        await self.app(scope, receive, send_with_headers)


def headers_of(limiter: Limiter) -> dict[str, str]:
    """As the draft of the IETF names and writes them."""
    limits = limiter.standings.items()
    return {
        "RateLimit-Policy": ", ".join(
            f'"{name}";q={limit.quota};w={limit.window_seconds}' for name, limit in limits
        ),
        "RateLimit": ", ".join(
            f'"{name}";r={limit.remaining};t={limit.reset_seconds}' for name, limit in limits
        ),
    }
