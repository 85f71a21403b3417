"""What all tasks have in common: a task says only in what it differs."""

import logging
from typing import Any

from celery import Task
from celery.app.task import Context
from celery.exceptions import Ignore
from celery.worker.request import Request
from sqlalchemy.exc import OperationalError

from app.workers.ledger import open_ledger

# How often a message may come back from a worker that died of it.
MAX_RETURNS = 3

logger = logging.getLogger(__name__)


class ReturnedTooOftenError(Exception):
    """A task ended the processes that ran it: no other one gets it."""


class TaskRequest(Request):
    """A task that was ended by force fails with all that its message says."""

    def on_failure(self, *args: Any, **options: Any) -> None:
        self.task.request_stack.push(Context(self.request_dict))
        try:
            super().on_failure(*args, **options)
        finally:
            self.task.request_stack.pop()


class BaseTask(Task[..., Any]):
    """Tried again after 5, 10, 20 ... seconds, more or less, when what it needs was away."""

    Request = "app.workers.base_task:TaskRequest"
    autoretry_for = (ConnectionError, TimeoutError, OperationalError)
    max_retries = 5
    retry_backoff = 5
    retry_backoff_max = 600
    lane = "default"  # Its queue; "slow" for what others shall not wait for.
    rank = 6  # 0, 3, 6 or 9: who has the lowest goes first.

    def before_start(self, task_id: str, *_: Any) -> None:
        if (self.request.delivery_info or {}).get("redelivered"):
            refuse_killer(task_id)
        key = idempotency_key(self)
        if key and not open_ledger().claim(key, task_id):
            logger.info("%s was done before: %s", self.name, key)
            raise Ignore


def refuse_killer(task_id: str) -> None:
    returns = open_ledger().count(task_id)
    if returns == MAX_RETURNS + 1:
        raise ReturnedTooOftenError(f"It came back {MAX_RETURNS} times")
    if returns > MAX_RETURNS:
        raise Ignore  # A worker that was slow to die left two of it.


def route(*_: Any, task: BaseTask | None = None, **__: Any) -> dict[str, Any]:
    """A task that nobody knows here goes where most go."""
    return {"queue": (task or BaseTask).lane, "priority": (task or BaseTask).rank}


def idempotency_key(task: Task[..., Any]) -> str | None:
    """What the message of the task that runs says."""
    headers: dict[str, str] = task.request.headers or {}
    return headers.get("idempotency_key")


def give_key_back(sender: Task[..., Any], **_: object) -> None:
    """After a task that failed for good another one may have its key, or this one once more."""
    if key := idempotency_key(sender):
        open_ledger().release(key)
