import json
import logging
import re
import runpy
import sys
from typing import Any

import pytest
from celery.signals import task_unknown
from sqlalchemy.ext.asyncio import AsyncSession

from app.commands import dead_letters
from app.core.request_id import current_request_id
from app.workers.celery_app import celery
from app.workers.dead_letters import report_dead_letters, take_letters
from tests.task_queue import TaskQueue


@celery.task
def fail(what: str) -> None:
    raise ValueError(what)


@pytest.fixture
def ids(task_queue: TaskQueue) -> list[str]:
    """Of three tasks that failed."""
    ids = [fail.delay(what).id for what in "abc"]
    task_queue.work()
    return ids


def run(monkeypatch: pytest.MonkeyPatch, *words: str) -> None:
    monkeypatch.setattr(sys, "argv", ["dead_letters", *words])
    runpy.run_path(dead_letters.__file__, run_name="__main__")


def left() -> list[str]:
    with take_letters() as letters:
        return sorted(letter.payload["args"][0] for letter in letters)


def test_they_are_listed(
    ids: list[str], monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    run(monkeypatch, "list")
    letters = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert [letter["id"] for letter in letters] == ids
    assert [letter["error"] for letter in letters] == [f"ValueError('{what}')" for what in "abc"]
    assert all(re.fullmatch(r"[\dT:-]{19}\+00:00", letter["at"]) for letter in letters)
    assert left() == ["a", "b", "c"]


def test_they_are_dropped(ids: list[str], monkeypatch: pytest.MonkeyPatch) -> None:
    run(monkeypatch, "drop", ids[1])
    assert left() == ["a", "c"]
    run(monkeypatch, "drop")
    assert left() == ["a", "c"]
    run(monkeypatch, "drop", "all")
    assert left() == []


def test_they_are_sent_again(
    ids: list[str], task_queue: TaskQueue, monkeypatch: pytest.MonkeyPatch
) -> None:
    run(monkeypatch, "retry", ids[0], ids[2])
    assert left() == ["b"]
    assert task_queue.work() == ["fail", "fail"]
    assert left() == ["a", "b", "c"]
    with take_letters() as letters:
        assert {letter.payload["id"] for letter in letters} & set(ids) == {ids[1]}


def test_they_are_sent_again_with_all_that_they_had(
    task_queue: TaskQueue, monkeypatch: pytest.MonkeyPatch
) -> None:
    request_id = current_request_id.set("order-7")
    key = {"idempotency_key": "order-8"}
    fail.apply_async((), {"what": "a"}, queue="slow", headers=key)
    current_request_id.reset(request_id)
    task_queue.work()
    run(monkeypatch, "retry", "all")
    message = task_queue.take("slow")
    assert message is not None
    assert message.payload[:2] == [[], {"what": "a"}]
    headers: dict[str, Any] = message.headers
    assert headers["context"]["request_id"] == "order-7"
    assert headers["idempotency_key"] == "order-8"


def test_a_task_that_no_worker_knows_is_kept(task_queue: TaskQueue) -> None:
    fail.delay("a")
    message = task_queue.take("default")
    task_unknown.send(sender=None, message=message, name="gone", id="7", exc=KeyError("gone"))
    with take_letters() as [letter]:
        sent = {"id": "7", "task": "gone", "args": ["a"], "kwargs": {}, "queue": "default"}
        assert letter.payload.items() >= (sent | {"error": "KeyError('gone')"}).items()


def test_where_tasks_are_called_nothing_is_kept(task_queue: TaskQueue) -> None:
    assert fail.apply(("a",)).failed()
    assert left() == []


async def test_the_log_tells_how_many(
    ids: list[str], session: AsyncSession, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.WARNING, "app")
    await report_dead_letters(session)
    assert caplog.messages == [
        "Dead letters: 3. Look: python -m app.commands.dead_letters list",
    ]


async def test_the_log_is_quiet_without_any(
    task_queue: TaskQueue, session: AsyncSession, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.WARNING, "app")
    await report_dead_letters(session)
    assert caplog.messages == []
