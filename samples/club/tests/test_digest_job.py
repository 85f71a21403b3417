import logging

import pytest
from sqlalchemy.ext.asyncio import AsyncSession

from app.workers.jobs.digest import digest_job


async def test_it_is_done(session: AsyncSession, caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.INFO)
    await digest_job(session)
    assert "Digest is done" in caplog.text
