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

from app.about import DESCRIPTION, NAME, VERSION
from app.api import docs, health, landing
from app.api.v1.addresses import router as addresses_router
from app.api.v1.categories import router as categories_router
from app.api.v1.coupons import router as coupons_router
from app.api.v1.customers import router as customers_router
from app.api.v1.order_lines import router as order_lines_router
from app.api.v1.orders import router as orders_router
from app.api.v1.products import router as products_router
from app.api.v1.reviews import router as reviews_router
from app.api.v1.tags import router as tags_router
from app.core.errors import PROBLEM_RESPONSES, handle_http_exception, handle_validation_error
from app.core.logging import configure_logging
from app.core.openapi import Application
from app.core.settings import Settings
from app.db.integrity import handle_database_error, handle_stale_data
from app.db.session import open_database
from app.middleware.body_limit import BodyLimitMiddleware
from app.middleware.request_id import RequestIdMiddleware
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
    "X-Request-ID",
]

# Entered in this order, left in the reverse order.
RESOURCES: list[Resource] = [
    open_database,
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
        Middleware(BodyLimitMiddleware, max_body_size=settings.max_body_size),
    ]


def include_routers(app: FastAPI, settings: Settings) -> None:
    app.include_router(health.router)
    app.include_router(addresses_router, prefix="/api/v1")
    app.include_router(categories_router, prefix="/api/v1")
    app.include_router(coupons_router, prefix="/api/v1")
    app.include_router(customers_router, prefix="/api/v1")
    app.include_router(order_lines_router, prefix="/api/v1")
    app.include_router(orders_router, prefix="/api/v1")
    app.include_router(products_router, prefix="/api/v1")
    app.include_router(reviews_router, prefix="/api/v1")
    app.include_router(tags_router, prefix="/api/v1")
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
