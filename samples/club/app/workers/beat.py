"""What is done again and again, and when. Times are UTC."""

import datetime as dt
from collections.abc import Awaitable, Callable
from typing import Any, NamedTuple

from celery.schedules import crontab
from sqlalchemy.ext.asyncio import AsyncSession

from app.services.expired_tokens import remove_expired_tokens
from app.workers.celery_app import celery
from app.workers.dead_letters import report_dead_letters
from app.workers.jobs.digest import digest_job
from app.workers.run import open_session, run


class Job(NamedTuple):
    work: Callable[[AsyncSession], Awaitable[None]]
    when: dt.timedelta | crontab


JOBS = {
    "digest": Job(digest_job, dt.timedelta(days=1)),
    "remove-expired-tokens": Job(remove_expired_tokens, crontab.from_string("0 3 * * *")),
    "report-dead-letters": Job(report_dead_letters, dt.timedelta(hours=1)),
}


@celery.task
def run_job(name: str) -> None:
    run(work_in_session(JOBS[name]))


async def work_in_session(job: Job) -> None:
    async with open_session() as session:
        await job.work(session)


def to_schedule(name: str, job: Job) -> dict[str, Any]:
    """A job that no worker took until its next time is not done twice then."""
    expires = job.when.total_seconds() if isinstance(job.when, dt.timedelta) else None
    return {
        "task": run_job.name,
        "args": [name],
        "schedule": job.when,
        "options": {"expires": expires},
    }


celery.conf.beat_schedule = {name: to_schedule(name, job) for name, job in JOBS.items()}
