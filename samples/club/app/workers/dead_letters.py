"""Tasks that failed for good are kept, in a queue that no worker takes from.

`python -m app.commands.dead_letters` shows them, and sends them once more.
"""

import datetime as dt
import logging
from asyncio import to_thread
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from queue import Empty
from typing import Any

from celery import Task
from celery.signals import task_failure, task_unknown
from kombu import Message
from kombu.exceptions import ChannelError
from kombu.simple import SimpleQueue
from sqlalchemy.ext.asyncio import AsyncSession

from app.workers.celery_app import celery

QUEUE = "dead_letters"

Letter = dict[str, Any]

logger = logging.getLogger(__name__)


@contextmanager
def open_queue() -> Iterator[SimpleQueue]:
    with celery.connection_for_write() as connection, connection.SimpleQueue(QUEUE) as queue:
        yield queue


def keep(headers: dict[str, Any] | None, **letter: Any) -> None:
    sent = {name: (headers or {}).get(name) for name in ("context", "idempotency_key")}
    at = dt.datetime.now(dt.UTC).isoformat(timespec="seconds")
    with open_queue() as queue:
        queue.put(letter | {"headers": sent, "at": at})


@task_failure.connect
def keep_failed(
    sender: Task[..., Any],
    task_id: str,
    exception: BaseException,
    args: Any,
    kwargs: Any,
    **_: object,
) -> None:
    if sender.request.id is None:
        return  # Celery tells of a time limit twice.
    if not sender.request.is_eager:  # Who called it has seen the error.
        queue = (sender.request.delivery_info or {}).get("routing_key")
        keep(
            sender.request.headers,
            id=task_id,
            task=sender.name,
            args=args,
            kwargs=kwargs,
            queue=queue,
            error=repr(exception),
        )


@task_unknown.connect
def keep_unknown(message: Message, name: str, exc: Exception, **about: Any) -> None:
    args, kwargs, _ = message.payload
    keep(
        message.headers,
        id=about["id"],
        task=name,
        args=args,
        kwargs=kwargs,
        queue=message.delivery_info["routing_key"],
        error=repr(exc),
    )


@contextmanager
def take_letters() -> Iterator[list[Message]]:
    """All that there are; those that nobody acknowledges go back."""
    with open_queue() as queue:
        messages = list(drain(queue))
        try:
            yield messages
        finally:
            for message in messages:
                if not message.acknowledged:
                    message.requeue()


def drain(queue: SimpleQueue) -> Iterator[Message]:
    """Until nothing is left: somebody else may take from it meanwhile."""
    with suppress(Empty):
        while True:
            yield queue.get(block=False)


def send_again(letter: Letter) -> None:
    """Under a new id: its returns are counted anew."""
    celery.send_task(
        letter["task"],
        letter["args"],
        letter["kwargs"],
        queue=letter["queue"],
        headers=letter["headers"],
    )


async def report_dead_letters(_: AsyncSession) -> None:
    """A job: whoever reads the log learns of them."""
    if count := await to_thread(count_letters):
        logger.warning("Dead letters: %s. Look: python -m app.commands.dead_letters list", count)


def count_letters() -> int:
    with open_queue() as queue:
        return size_of(queue)


def size_of(queue: SimpleQueue) -> int:
    try:
        return queue.qsize()
    except ChannelError:
        return 0  # In Redis there is no queue without a message.
