"""What the log says of each request: one line when it was answered, and what it belongs to."""

import logging
from time import perf_counter

from fastapi.routing import iter_route_contexts
from starlette.datastructures import Headers, MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from app.core.correlation_id import choose_correlation_id, current_correlation_id

logger = logging.getLogger(__name__)


class RequestLogMiddleware:
    """Inside of what gives the request its id, outside of all that may answer it."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return

        correlation_id = choose_correlation_id(Headers(scope=scope).get("X-Correlation-ID"))
        current_correlation_id.set(correlation_id)
        route = route_of(scope)
        status: int | None = None
        started = perf_counter()

        async def send_with_id(message: Message) -> None:
            nonlocal status
            if message["type"] == "http.response.start":
                status = message["status"]
                MutableHeaders(scope=message)["X-Correlation-ID"] = correlation_id
            await send(message)

        try:
            await self.app(scope, receive, send_with_id)
        finally:
            is_health = route is not None and route.startswith("/health/")
            extra = {
                "method": scope["method"],
                "route": route,  # Not the path: what stands in it may be personal, or a key.
                "status": status,
                "duration_ms": round((perf_counter() - started) * 1000, 2),
                "client": scope["client"][0] if scope.get("client") else None,
            }
            logger.log(logging.DEBUG if is_health else logging.INFO, "Answered", extra=extra)


def route_of(scope: Scope) -> str | None:
    """The whole template. `scope["route"].path` lacks the prefixes of the routers around it."""
    path = scope["path"].removeprefix(scope.get("root_path", ""))
    for route in iter_route_contexts(scope["app"].routes):
        if scope["method"] in (route.methods or ()) and route.path_regex.match(path):
            return route.path
    return None
