"""A task that ends as it is told to."""

import logging
import os
import signal
import time
from pathlib import Path
from typing import Any

from celery import Task

from app.core.settings import Settings
from app.workers.celery_app import celery

logger = logging.getLogger(__name__)


@celery.task(bind=True, max_retries=2, retry_backoff=1, retry_jitter=False)
def probe_task(self: Task[..., Any], what: str) -> None:
    logger.info("tries %s for the %s. time", what, self.request.retries + 1)
    if what == "stumbles" and self.request.retries < 2:
        raise ConnectionError("away")
    if what == "is away":
        raise ConnectionError("away")
    if what == "is refused until it is mended" and not mended().exists():
        raise ValueError("refused")
    if what == "dies once" and is_first(what):
        os.kill(os.getpid(), signal.SIGKILL)
    if what == "kills its workers":
        os.kill(os.getpid(), signal.SIGKILL)
    if what == "is slow once" and is_first(what):
        time.sleep(60)
    if what.startswith("takes a while"):
        time.sleep(0.3)
    logger.info("done: %s", what)


def mended() -> Path:
    return Settings().report_folder.parent / "mended"


def is_first(what: str) -> bool:
    """A worker that dies leaves nothing but files."""
    path = Settings().report_folder.parent / what
    was_there = path.exists()
    path.touch()
    return not was_there
