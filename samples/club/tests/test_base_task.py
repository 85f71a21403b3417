import datetime as dt
import logging
from collections.abc import Iterator
from typing import Any

import pytest
from billiard.einfo import ExceptionInfo
from celery.exceptions import QueueNotFound, Reject
from celery.signals import task_failure
from kombu import Message

from app.core.request_id import current_request_id
from app.workers.celery_app import celery
from app.workers.dead_letters import take_letters
from tests.task_queue import TaskQueue, to_request

RANK: Any = 3

seen: list[str] = []


@celery.task
def note(what: str) -> None:
    seen.append(f"{what} {current_request_id.get()}")


@celery.task
def need(what: str) -> None:
    seen.append(what)
    raise ConnectionError("away")


@celery.task(lane="slow", rank=RANK)
def slow(what: str) -> None:
    raise Reject(what, requeue=False)


@pytest.fixture(autouse=True)
def forget() -> Iterator[None]:
    seen.clear()
    token = current_request_id.set("order-7")
    yield
    current_request_id.reset(token)


@pytest.fixture
def message(task_queue: TaskQueue) -> Message:
    note.delay("a")
    message = task_queue.take("default")
    assert message is not None
    return message


def test_a_task_knows_the_request_that_left_it(task_queue: TaskQueue) -> None:
    note.delay("a")
    current_request_id.set("order-8")
    assert task_queue.work() == ["note"]
    assert seen == ["a order-7"]
    assert current_request_id.get() == "order-8"


def test_without_workers_it_runs_at_once() -> None:
    note.delay("a")
    assert seen == ["a order-7"]


def test_a_message_is_json_and_goes_when_its_task_is_done(message: Message) -> None:
    assert message.content_type == "application/json"
    assert (note.acks_late, note.reject_on_worker_lost) == (True, True)
    assert (note.soft_time_limit, note.time_limit) == (60, 90)


def test_a_queue_that_no_worker_takes_from_is_refused(task_queue: TaskQueue) -> None:
    with pytest.raises(QueueNotFound):
        note.apply_async(("a",), queue="typo")


def test_it_is_tried_again_and_then_kept(task_queue: TaskQueue) -> None:
    need.delay("a")
    task_queue.work()
    assert seen == ["a"] * 6
    with take_letters() as [letter]:
        assert letter.payload["error"] == "ConnectionError('away')"
        assert letter.payload["headers"]["context"]["request_id"] == "order-7"


def test_it_is_tried_again_later_each_time(
    task_queue: TaskQueue, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("random.randrange", lambda end: end // 2)
    need.delay("a")
    waits = []
    while message := task_queue.take("default"):
        eta = dt.datetime.fromisoformat(message.headers["eta"] or "9999-12-31T00:00Z")
        waits.append((eta - dt.datetime.now(dt.UTC)).total_seconds())
        task_queue.do(message)
    assert waits[1:] == pytest.approx([3, 5, 10, 20, 40], abs=2)


def test_a_key_is_done_once(task_queue: TaskQueue, caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.INFO)
    for what in "abc":
        note.apply_async((what,), headers={"idempotency_key": "order-7"})
    task_queue.work()
    assert seen == ["a order-7"]
    assert "was done before: order-7" in caplog.text


def test_a_key_is_free_again_when_its_task_has_failed(task_queue: TaskQueue) -> None:
    for task in (need, note):
        task.apply_async(("a",), headers={"idempotency_key": "order-7"})
        task_queue.work()
    assert seen == ["a"] * 6 + ["a order-7"]


def test_without_workers_a_key_is_no_other(task_queue: TaskQueue) -> None:
    for task in (need, note, note):
        task.apply(("a",), headers={"idempotency_key": "order-7"})
    assert seen == ["a"] * 6 + ["a order-7"]


def test_a_message_that_comes_back_is_done_again(task_queue: TaskQueue, message: Message) -> None:
    message.headers["idempotency_key"] = "order-7"
    task_queue.do(message)
    task_queue.do(message, redelivered=True)
    assert seen == ["a order-7"] * 2


def test_a_message_that_kills_its_worker_does_not_come_back_for_ever(
    task_queue: TaskQueue, message: Message
) -> None:
    for _ in range(5):
        task_queue.do(message, redelivered=True)
    assert len(seen) == 3
    with take_letters() as [letter]:
        assert letter.payload["error"] == "ReturnedTooOftenError('It came back 3 times')"


def test_a_task_that_was_ended_by_force_is_kept(task_queue: TaskQueue) -> None:
    slow.delay("a")
    message = task_queue.take("slow")
    assert message is not None
    assert message.properties["priority"] == RANK
    with pytest.raises(Reject) as raised:
        slow("a")
    to_request(message).on_failure(ExceptionInfo((raised.type, raised.value, raised.tb)))
    with take_letters() as [letter]:
        assert letter.payload["queue"] == "slow"
        assert letter.payload["headers"]["context"]["request_id"] == "order-7"


def test_what_celery_tells_twice_is_kept_once(task_queue: TaskQueue) -> None:
    task_failure.send(sender=note, task_id="1", exception=Exception(), args=[], kwargs={})
    with take_letters() as letters:
        assert letters == []
