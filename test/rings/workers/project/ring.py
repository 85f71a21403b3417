"""Routes that leave work to the workers."""

import hashlib
import logging
from uuid import uuid4

from fastapi import APIRouter, Request
from sqlalchemy import func, select, text

from app.core.settings import Settings
from app.db.session import SessionDep
from app.models.login_session import LoginSession
from app.workers.beat import run_job
from app.workers.enqueue import enqueue
from app.workers.tasks.email import email_task
from app.workers.tasks.notification import notification_task
from app.workers.tasks.probe import probe_task
from app.workers.tasks.report import report_task
from app.workers.tasks.upload import upload_task
from tests.factories.login_session import create_login_session

logger = logging.getLogger(__name__)
router = APIRouter(prefix="/ring")


@router.post("/probe/{what}")
async def leave(
    session: SessionDep, what: str, key: str | None = None, is_committed: bool = True
) -> None:
    await session.execute(text("SELECT 1"))
    enqueue(session, probe_task.s(what), key=key)
    logger.info("leaves: %s", what)
    await (session.commit() if is_committed else session.rollback())


@router.post("/email")
async def write(session: SessionDep, to: str) -> None:
    enqueue(session, email_task.s("test", to=to, name="the ring"))
    await session.commit()


@router.post("/report")
async def count(session: SessionDep) -> None:
    enqueue(session, report_task.s())
    await session.commit()


@router.post("/notification")
async def tell(session: SessionDep, event: str) -> None:
    enqueue(session, notification_task.s(event, {"id": 7}))
    await session.commit()


@router.post("/upload")
async def receive(session: SessionDep, request: Request) -> str:
    content = await request.body()
    name, sha256 = uuid4().hex, hashlib.sha256(content).hexdigest()
    incoming = Settings().upload_folder / "incoming"
    incoming.mkdir(parents=True, exist_ok=True)
    (incoming / name).write_bytes(content)
    enqueue(session, upload_task.s(name, size=len(content), sha256=sha256))
    await session.commit()
    return sha256


@router.post("/logins")
async def end_long_ago(session: SessionDep) -> None:
    await create_login_session(session)
    enqueue(session, run_job.s("remove-expired-tokens"))
    await session.commit()


@router.get("/logins")
async def logins(session: SessionDep) -> int:
    return await session.scalar(select(func.count()).select_from(LoginSession)) or 0
