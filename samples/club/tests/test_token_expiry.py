"""What has ended is removed, and nothing that could come again."""

import datetime as dt

import pytest
from httpx2 import AsyncClient
from sqlalchemy import event, func, select, update
from sqlalchemy.ext.asyncio import AsyncSession

from app.db.record import Record, utc_now
from app.models.login_session import LoginSession
from app.models.one_time_token import OneTimeToken
from app.models.refresh_token import RefreshToken
from app.services import expired_tokens
from app.services.expired_tokens import remove_expired_tokens
from tests.accounts import AUTH, ask_for_tokens, by, create_account, refresh, tokens_in
from tests.factories.login_session import create_login_session
from tests.factories.one_time_token import create_one_time_token
from tests.factories.refresh_token import create_refresh_token

NOW = utc_now()
LONG_AGO, YESTERDAY, TOMORROW = (NOW + dt.timedelta(days=days) for days in (-8, -1, 1))


async def count(session: AsyncSession, table: type[Record]) -> int:
    return await session.scalar(select(func.count()).select_from(table)) or 0


@pytest.mark.parametrize(
    ("expires_at", "revoked_at", "left"),
    [
        (TOMORROW, None, 1),
        (YESTERDAY, None, 1),
        (TOMORROW, YESTERDAY, 1),
        (TOMORROW, LONG_AGO, 0),
        (LONG_AGO, None, 0),
    ],
)
async def test_a_login_goes_a_week_after_its_end_and_its_refresh_tokens_with_it(
    session: AsyncSession, expires_at: dt.datetime, revoked_at: dt.datetime | None, left: int
) -> None:
    login = await create_login_session(session, expires_at=expires_at, revoked_at=revoked_at)
    await create_refresh_token(session, session=login, used_at=LONG_AGO)
    await remove_expired_tokens(session)
    assert await count(session, LoginSession) == left
    assert await count(session, RefreshToken) == left


@pytest.mark.parametrize(("expires_at", "left"), [(LONG_AGO, 0), (YESTERDAY, 1), (TOMORROW, 1)])
async def test_a_one_time_token_goes_a_week_after_its_end(
    session: AsyncSession, expires_at: dt.datetime, left: int
) -> None:
    await create_one_time_token(session, expires_at=expires_at)
    await remove_expired_tokens(session)
    assert await count(session, OneTimeToken) == left


async def test_the_reuse_of_an_old_refresh_token_is_still_noticed(
    client: AsyncClient, session: AsyncSession
) -> None:
    stolen = await ask_for_tokens(client, await create_account(session))
    fresh = tokens_in(client, await refresh(client, stolen))
    used = update(RefreshToken).where(RefreshToken.used_at.is_not(None))
    await session.execute(used.values(used_at=LONG_AGO, created_at=LONG_AGO))
    await session.commit()
    await remove_expired_tokens(session)
    assert (await client.get(f"{AUTH}/me", headers=by(fresh))).status_code == 200
    assert (await refresh(client, stolen)).status_code == 401
    assert (await client.get(f"{AUTH}/me", headers=by(fresh))).status_code == 401


async def test_many_go_in_batches(session: AsyncSession, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(expired_tokens, "BATCH", 2)
    login = await create_login_session(session, expires_at=LONG_AGO)
    for _ in range(5):
        await create_refresh_token(session, session=login)
    await session.commit()
    commits: list[object] = []
    event.listen(session.sync_session, "after_commit", commits.append)
    await remove_expired_tokens(session)
    assert await count(session, LoginSession) == 0
    # Two, two and one refresh token, and their login.
    assert len(commits) == 4
