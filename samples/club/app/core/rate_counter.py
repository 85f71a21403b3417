"""How often clients have asked: counted in memory, or in a Redis that several processes share."""

import logging
import os
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from math import ceil
from multiprocessing import parent_process
from time import monotonic, time
from typing import Any

from fastapi import FastAPI
from limits import parse
from limits.aio.storage import MemoryStorage, RedisStorage
from limits.aio.strategies import SlidingWindowCounterRateLimiter
from limits.errors import StorageError

from app.core.settings import Settings

TIMEOUT_SECONDS = 0.5
PAUSE_SECONDS = 5

logger = logging.getLogger(__name__)


@dataclass(frozen=True)
class Standing:
    """How a client stands with one limit."""

    quota: int
    window_seconds: int
    remaining: int
    reset_seconds: int
    is_allowed: bool


class RateCounter:
    def __init__(self, storage: MemoryStorage | RedisStorage) -> None:
        self.window = SlidingWindowCounterRateLimiter(storage)
        self.paused_until = 0.0

    async def count(self, rule: str, *key: str) -> Standing | None:
        """Count a request. None while Redis does not answer: it is not asked again at once."""
        if monotonic() < self.paused_until:
            return None
        item = parse(rule)
        try:
            is_allowed = await self.window.hit(item, *key)
            stats = await self.window.get_window_stats(item, *key)
        except StorageError as error:
            self.paused_until = monotonic() + PAUSE_SECONDS
            logger.warning("Nothing is counted for %s s: %r", PAUSE_SECONDS, error.storage_error)
            return None
        return Standing(
            quota=item.amount,
            window_seconds=item.get_expiry(),
            remaining=stats.remaining,
            reset_seconds=max(1, ceil(stats.reset_time - time())),
            is_allowed=is_allowed,
        )


def may_have_siblings() -> bool:
    """Whether other processes may serve the same application: workers of uvicorn or gunicorn."""
    return (
        parent_process() is not None
        or os.environ.get("WEB_CONCURRENCY", "1") != "1"
        or os.environ.get("SERVER_SOFTWARE", "").startswith("gunicorn")
    )


def make_storage(settings: Settings) -> MemoryStorage | RedisStorage:
    if settings.rate_limit_url != "memory://":
        return RedisStorage(
            f"async+{settings.rate_limit_url}",
            implementation="redispy",
            wrap_exceptions=True,
            socket_timeout=TIMEOUT_SECONDS,
            socket_connect_timeout=TIMEOUT_SECONDS,
        )
    if settings.is_production and may_have_siblings():
        raise RuntimeError(
            "RATE_LIMIT_URL=memory:// counts in one process, and several may serve here: "
            "start one, or name a Redis: RATE_LIMIT_URL=redis://HOST:6379/0"
        )
    return MemoryStorage()


@asynccontextmanager
async def open_rate_counter(app: FastAPI) -> AsyncIterator[None]:
    settings: Settings = app.state.settings
    parse(settings.rate_limit_default)  # What is no rule does not start.
    storage = make_storage(settings)
    app.state.rate_counter = RateCounter(storage)
    try:
        yield
    finally:
        if isinstance(storage, RedisStorage):
            bridge: Any = storage.bridge  # limits closes nothing itself.
            await bridge.storage.aclose()
