"""An error that nobody expected: logged with its request id, answered without a trace."""

import logging

from fastapi import status
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from app.core.errors import problem_response

logger = logging.getLogger(__name__)


class UnhandledErrorMiddleware:
    """In the place of FastAPI's own, whose answer would lack the headers of other middleware."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return

        started = False

        async def watch_start(message: Message) -> None:
            nonlocal started
            started = True
            await send(message)

        try:
            await self.app(scope, receive, watch_start)
        except Exception:
            logger.exception("Unhandled error in %s %r", scope["method"], scope["path"])
            if started:
                raise  # The server cuts the connection: the client must not take half for all.
            response = problem_response(status.HTTP_500_INTERNAL_SERVER_ERROR)
            await response(scope, receive, send)
