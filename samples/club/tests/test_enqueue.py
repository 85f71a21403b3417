import pytest
from kombu.exceptions import OperationalError
from sqlalchemy.ext.asyncio import AsyncSession

from app.workers.celery_app import celery
from app.workers.enqueue import enqueue
from tests.task_queue import TaskQueue

seen: list[str] = []


@celery.task
def note(what: str) -> None:
    seen.append(what)


@pytest.fixture(autouse=True)
def forget() -> None:
    seen.clear()


def work(task_queue: TaskQueue) -> list[str]:
    """What was left for tasks, done."""
    task_queue.work()
    return seen


async def test_a_task_waits_for_the_commit(session: AsyncSession, task_queue: TaskQueue) -> None:
    enqueue(session, note.s("a"))
    assert work(task_queue) == []
    await session.commit()
    assert work(task_queue) == ["a"]
    await session.commit()
    assert work(task_queue) == ["a"]


async def test_a_rollback_forgets_it(session: AsyncSession, task_queue: TaskQueue) -> None:
    await session.connection()
    enqueue(session, note.s("a"))
    await session.rollback()
    await session.commit()
    assert work(task_queue) == []


async def test_closing_forgets_it(session: AsyncSession, task_queue: TaskQueue) -> None:
    await session.connection()
    enqueue(session, note.s("a"))
    await session.close()
    await session.commit()
    assert work(task_queue) == []


async def test_savepoints(session: AsyncSession, task_queue: TaskQueue) -> None:
    enqueue(session, note.s("a"))
    async with session.begin_nested():
        enqueue(session, note.s("b"))
        async with session.begin_nested() as inner:
            enqueue(session, note.s("c"))
            await inner.rollback()
        assert work(task_queue) == []
    async with session.begin_nested() as outer:
        async with session.begin_nested():
            enqueue(session, note.s("d"))
        await outer.rollback()
    await session.commit()
    assert work(task_queue) == ["a", "b"]


async def test_a_key_is_done_once(session: AsyncSession, task_queue: TaskQueue) -> None:
    for what in "ab":
        enqueue(session, note.s(what), key="order-7")
    await session.commit()
    assert work(task_queue) == ["a"]


async def test_without_workers_it_runs_after_the_commit(session: AsyncSession) -> None:
    enqueue(session, note.s("a"))
    await session.commit()
    assert seen == ["a"]


async def test_what_is_committed_stays_when_no_queue_takes_the_task(
    session: AsyncSession,
    task_queue: TaskQueue,
    monkeypatch: pytest.MonkeyPatch,
    caplog: pytest.LogCaptureFixture,
) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise OperationalError("no server")

    monkeypatch.setattr(celery, "send_task", refuse)
    monkeypatch.setattr(celery.amqp, "send_task_message", refuse)
    enqueue(session, note.s("a"))
    await session.commit()
    assert "Not enqueued: tests.test_enqueue.note('a')" in caplog.text
