"""No request body longer than the limit, whether its length is declared or not."""

from fastapi import status
from starlette.datastructures import Headers
from starlette.middleware.body_limit import RequestBodyLimitMiddleware
from starlette.types import ASGIApp, Receive, Scope, Send

from app.core.errors import problem_response


def declared_length(scope: Scope) -> int:
    length = Headers(scope=scope).get("Content-Length", "")
    return int(length) if length.isdecimal() else 0


class BodyLimitMiddleware:
    """Starlette counts what is read; what declares too much is refused before it is read."""

    def __init__(self, app: ASGIApp, *, max_body_size: int) -> None:
        self.max_body_size = max_body_size
        self.app = RequestBodyLimitMiddleware(app, max_body_size=max_body_size)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] == "http" and declared_length(scope) > self.max_body_size:
            response = problem_response(status.HTTP_413_CONTENT_TOO_LARGE)
            await response(scope, receive, send)
            return
        await self.app(scope, receive, send)
