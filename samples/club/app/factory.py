"""The application and everything that it is made of.

It is made by a function, so that a test has its own, with its own settings.
"""

from collections.abc import AsyncIterator, Callable, Coroutine
from contextlib import AbstractAsyncContextManager, AsyncExitStack, asynccontextmanager
from typing import Any

from fastapi import FastAPI, Request, Response
from fastapi.exceptions import RequestValidationError
from sqlalchemy.exc import DBAPIError
from sqlalchemy.orm.exc import StaleDataError
from starlette.exceptions import HTTPException
from starlette.middleware import Middleware
from starlette.middleware.cors import CORSMiddleware
from starlette.middleware.sessions import SessionMiddleware

from app.about import DESCRIPTION, NAME, VERSION
from app.api import docs, health, landing
from app.api.v1.announcements import router as announcements_router
from app.api.v1.auth import router as auth_router
from app.api.v1.fees import router as fees_router
from app.api.v1.meetings import router as meetings_router
from app.api.v1.oauth import router as oauth_router
from app.api.v1.rules import router as rules_router
from app.core.errors import PROBLEM_RESPONSES, handle_http_exception, handle_validation_error
from app.core.logging import configure_logging
from app.core.mail_delivery import open_mailer
from app.core.oauth_providers import open_oauth
from app.core.openapi import Application
from app.core.rate_counter import open_rate_counter
from app.core.settings import Settings
from app.db.integrity import handle_database_error, handle_stale_data
from app.db.session import open_database
from app.middleware.body_limit import BodyLimitMiddleware
from app.middleware.rate_limit import RateLimitMiddleware
from app.middleware.request_id import RequestIdMiddleware
from app.middleware.request_log import RequestLogMiddleware
from app.middleware.security_headers import SecurityHeadersMiddleware
from app.middleware.unhandled_errors import UnhandledErrorMiddleware

ErrorHandler = Callable[[Request, Any], Coroutine[Any, Any, Response]]
Resource = Callable[[FastAPI], AbstractAsyncContextManager[None]]

ERROR_HANDLERS: dict[int | type[Exception], ErrorHandler] = {
    DBAPIError: handle_database_error,
    HTTPException: handle_http_exception,
    RequestValidationError: handle_validation_error,
    StaleDataError: handle_stale_data,
}

# What a browser lets pages of other origins read beside the body.
EXPOSED_HEADERS = [
    "Location",
    "RateLimit",
    "RateLimit-Policy",
    "Retry-After",
    "X-Correlation-ID",
    "X-Request-ID",
]

# Entered in this order, left in the reverse order.
RESOURCES: list[Resource] = [
    open_database,
    open_mailer,
    open_oauth,
    open_rate_counter,
]


@asynccontextmanager
async def lifespan(app: FastAPI) -> AsyncIterator[None]:
    async with AsyncExitStack() as stack:
        for resource in RESOURCES:
            await stack.enter_async_context(resource(app))
        yield


def build_middleware(settings: Settings) -> list[Middleware]:
    """From the outermost to the innermost."""
    return [
        Middleware(RequestIdMiddleware),
        Middleware(RequestLogMiddleware),
        Middleware(SecurityHeadersMiddleware, https_only=settings.is_production),
        Middleware(
            CORSMiddleware,
            allow_origins=settings.cors_origins,
            allow_credentials=settings.cors_allow_credentials,
            allow_methods=["*"],
            allow_headers=["*"],
            expose_headers=EXPOSED_HEADERS,
        ),
        Middleware(UnhandledErrorMiddleware),
        Middleware(
            SessionMiddleware,
            secret_key=settings.secret_key.get_secret_value(),
            session_cookie="__Host-oauth" if settings.is_production else "oauth",
            max_age=600,
            same_site="lax",
            https_only=settings.is_production,
        ),
        Middleware(BodyLimitMiddleware, max_body_size=settings.max_body_size),
        Middleware(RateLimitMiddleware, default=settings.rate_limit_default),
    ]


def include_routers(app: FastAPI, settings: Settings) -> None:
    app.include_router(health.router)
    app.include_router(announcements_router, prefix="/api/v1")
    app.include_router(auth_router, prefix="/api/v1")
    app.include_router(fees_router, prefix="/api/v1")
    app.include_router(meetings_router, prefix="/api/v1")
    app.include_router(oauth_router, prefix="/api/v1")
    app.include_router(rules_router, prefix="/api/v1")
    if not settings.is_production:
        app.include_router(docs.router)
        app.include_router(landing.router)


def create_app(settings: Settings | None = None) -> FastAPI:
    settings = settings or Settings()
    configure_logging(settings)
    app = Application(
        title=NAME,
        version=VERSION,
        description=DESCRIPTION,
        openapi_url=None if settings.is_production else "/openapi.json",
        docs_url=None,
        redoc_url=None,
        lifespan=lifespan,
        middleware=build_middleware(settings),
        exception_handlers=ERROR_HANDLERS,
        responses=PROBLEM_RESPONSES,
    )
    app.state.settings = settings
    include_routers(app, settings)
    return app
