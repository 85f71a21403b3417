"""Health: is the process alive, and can it do its work?"""

import asyncio
import logging
from collections.abc import Awaitable
from typing import Literal

from fastapi import APIRouter, Response, status
from pydantic import BaseModel
from sqlalchemy import select

from app.db.session import SessionDep

TIMEOUT_SECONDS = 2.0

CheckResult = Literal["ok", "failed"]

logger = logging.getLogger(__name__)
router = APIRouter(prefix="/health", tags=["health"])


class Liveness(BaseModel):
    status: Literal["ok"] = "ok"


class Readiness(BaseModel):
    status: Literal["ok", "unavailable"]
    checks: dict[str, CheckResult]


async def run_check(name: str, answer: Awaitable[object]) -> CheckResult:
    try:
        async with asyncio.timeout(TIMEOUT_SECONDS):
            await answer
    except Exception as error:  # noqa: BLE001  Whatever it is: not ready.
        logger.warning("Health check %s failed: %r", name, error)
        return "failed"
    return "ok"


@router.get("/live")
async def live() -> Liveness:
    """Does no I/O: a process must not be restarted because its database is away."""
    return Liveness()


@router.get(
    "/ready",
    responses={
        status.HTTP_503_SERVICE_UNAVAILABLE: {"model": Readiness, "description": "Not ready"},
    },
)
async def ready(session: SessionDep, response: Response) -> Readiness:
    answers: dict[str, Awaitable[object]] = {
        "database": session.execute(select(1)),
    }
    results = await asyncio.gather(*(run_check(*answer) for answer in answers.items()))
    checks = dict(zip(answers, results, strict=True))
    if "failed" in results:
        response.status_code = status.HTTP_503_SERVICE_UNAVAILABLE
        return Readiness(status="unavailable", checks=checks)
    return Readiness(status="ok", checks=checks)
