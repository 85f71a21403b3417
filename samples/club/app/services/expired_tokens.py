"""Logins and tokens that have ended: a job removes them, or their tables would only grow."""

import datetime as dt
from typing import Any

from sqlalchemy import Select, delete, or_, select
from sqlalchemy.ext.asyncio import AsyncSession

from app.db.record import Record, utc_now
from app.models.login_session import LoginSession
from app.models.one_time_token import OneTimeToken
from app.models.refresh_token import RefreshToken

# They stay for a while, for whoever must find out what happened.
KEPT = dt.timedelta(days=7)
# Rows of one transaction: whoever waits for it does not wait long.
BATCH = 500


async def remove_expired_tokens(session: AsyncSession) -> None:
    """A refresh token stays as long as its login, however old: it may come again."""
    limit = utc_now() - KEPT
    ended = select(LoginSession.id).where(
        or_(LoginSession.expires_at < limit, LoginSession.revoked_at < limit)
    )
    # Before their logins, which would take all of them along at once.
    refreshed = select(RefreshToken.id).where(RefreshToken.session_id.in_(ended))
    await remove_batches(session, RefreshToken, refreshed)
    await remove_batches(session, LoginSession, ended)
    expired = select(OneTimeToken.id).where(OneTimeToken.expires_at < limit)
    await remove_batches(session, OneTimeToken, expired)


async def remove_batches(session: AsyncSession, table: type[Record], ended: Select[Any]) -> None:
    # MySQL has no LIMIT where rows are deleted by a query.
    while ids := (await session.scalars(ended.limit(BATCH))).all():
        statement = delete(table).where(table.id.in_(ids))
        await session.execute(statement.execution_options(synchronize_session=False))
        await session.commit()
