import datetime as dt
import threading

import pytest
from celery.schedules import crontab
from sqlalchemy import literal, select
from sqlalchemy.ext.asyncio import AsyncSession

from app.workers import beat
from app.workers.beat import Job, run_job, to_schedule
from app.workers.celery_app import celery
from app.workers.run import run

answers: list[int | None] = []


async def ask(session: AsyncSession) -> None:
    answers.append(await session.scalar(select(literal(7))))


@pytest.fixture(autouse=True)
def jobs(own_database_url: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DATABASE_URL", own_database_url)
    monkeypatch.setitem(beat.JOBS, "ask", Job(ask, dt.timedelta(minutes=10)))
    answers.clear()


def test_a_job_has_a_session() -> None:
    run_job.delay("ask").get()
    assert answers == [7]


async def test_a_job_has_a_loop_of_its_own() -> None:
    run_job.delay("ask").get()
    assert answers == [7]


def test_a_time_limit_reaches_what_a_task_runs() -> None:
    """It interrupts the thread that the task is in."""

    async def find_thread() -> threading.Thread:
        return threading.current_thread()

    assert run(find_thread()) is threading.current_thread()


@pytest.mark.parametrize(
    ("when", "expires"), [(dt.timedelta(minutes=10), 600), (crontab.from_string("0 3 * * *"), None)]
)
def test_a_job_that_nobody_took_in_time_is_not_done_twice(
    when: dt.timedelta | crontab, expires: int | None
) -> None:
    schedule = to_schedule("ask", Job(ask, when))
    assert schedule["schedule"] == when
    assert schedule["options"] == {"expires": expires}


@pytest.mark.parametrize("name", sorted(beat.JOBS))
def test_beat_sends_each_job(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(beat.JOBS, name, beat.JOBS[name]._replace(work=ask))
    sent = celery.conf.beat_schedule[name]
    celery.tasks[sent["task"]].apply(sent["args"]).get()
    assert answers == [7]
