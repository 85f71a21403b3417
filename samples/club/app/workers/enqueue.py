"""Tasks that are enqueued when what they are about is committed: `enqueue(session, task.s(1))`."""

import logging
from asyncio import to_thread
from typing import Any

from celery.canvas import Signature
from sqlalchemy import event
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import Session, SessionTransaction
from sqlalchemy.util import await_only

ENQUEUED = "enqueued"

logger = logging.getLogger(__name__)


def enqueue(session: AsyncSession, task: Signature[Any], *, key: str | None = None) -> None:
    """After the commit of the session, and not at all after a rollback.

    Of all tasks with one key, the first does its work; one that failed for good leaves the key.
    """
    if key is not None:
        task.set(headers={"idempotency_key": key})
    inner = session.sync_session
    entry = (inner.get_nested_transaction(), task)
    inner.info.setdefault(ENQUEUED, []).append(entry)


@event.listens_for(Session, "after_commit")
def send(session: Session) -> None:
    if session.in_nested_transaction():
        return
    for _, task in session.info.pop(ENQUEUED, []):
        await_only(to_thread(send_or_log, task))


def send_or_log(task: Signature[Any]) -> None:
    """What is committed stays, whatever becomes of the task."""
    try:
        task.apply_async()
    except Exception:
        logger.exception("Not enqueued: %r", task)


@event.listens_for(Session, "after_soft_rollback")
def forget(session: Session, ended: SessionTransaction) -> None:
    """Those of a savepoint that is rolled back, and of the savepoints in it."""
    kept = [entry for entry in session.info.get(ENQUEUED, []) if not is_within(entry[0], ended)]
    session.info[ENQUEUED] = kept


@event.listens_for(Session, "after_transaction_end")
def forget_all(session: Session, ended: SessionTransaction) -> None:
    """Nothing is left for a later transaction, where one was closed without a commit."""
    if ended.parent is None:
        session.info.pop(ENQUEUED, None)


def is_within(transaction: SessionTransaction | None, other: SessionTransaction) -> bool:
    while transaction is not None and transaction is not other:
        transaction = transaction.parent
    return transaction is other
