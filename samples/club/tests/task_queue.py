"""A queue of tasks in the memory of a test: they wait there until it has them done."""

from collections.abc import Iterator
from queue import Empty

import pytest
from celery.worker.request import Request
from kombu import Message
from kombu.utils.imports import symbol_by_name

from app.core.settings import Settings
from app.workers import celery_app, ledger
from app.workers.celery_app import QUEUES, celery

# Who collects tests looks at their tasks, and so at settings: not at those of this machine.
with pytest.MonkeyPatch.context() as patch:
    development = Settings.model_construct(environment="development")
    patch.setattr(celery_app, "Settings", lambda: development)
    assert celery.conf.task_always_eager


class TaskQueue:
    def take(self, name: str) -> Message | None:
        with celery.connection_for_read() as connection:
            try:
                return connection.SimpleQueue(name, no_ack=True).get(block=False)
            except Empty:
                return None

    def work(self) -> list[str]:
        """Do as a worker would, without waiting; answer which tasks that were."""
        done = []
        for name in QUEUES:
            while message := self.take(name):
                done.append(self.do(message))
        return done

    def do(self, message: Message, **delivery_info: object) -> str:
        message.delivery_info.update(delivery_info)
        request = to_request(message)
        request.execute()
        return request.task.__name__


def to_request(message: Message) -> Request:
    """As the task has it made by a worker."""
    task = celery.tasks[message.headers["task"]]
    request: Request = symbol_by_name(task.Request)(message, app=task.app, task=task)
    return request


@pytest.fixture
def task_queue(monkeypatch: pytest.MonkeyPatch) -> Iterator[TaskQueue]:
    monkeypatch.setitem(celery.conf, "task_always_eager", False)
    ledger.open_ledger.cache_clear()
    yield TaskQueue()
    with celery.connection_for_write() as connection:
        for name in [*QUEUES, "dead_letters"]:
            connection.SimpleQueue(name).clear()
