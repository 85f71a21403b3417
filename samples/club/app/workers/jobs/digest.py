"""Digest: a job. `app/workers/beat.py` says when."""

import logging

from sqlalchemy.ext.asyncio import AsyncSession

logger = logging.getLogger(__name__)


async def digest_job(session: AsyncSession) -> None:
    """The place for its work, which it commits."""
    await session.commit()
    logger.info("Digest is done")
