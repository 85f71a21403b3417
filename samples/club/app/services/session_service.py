"""Logins: how they begin, go on and end (RFC 9700, 4.14; OWASP ASVS 5, 7)."""

import datetime as dt
from collections.abc import Sequence
from typing import Any

from fastapi import HTTPException, status
from sqlalchemy import ColumnElement, delete, select, update
from sqlalchemy.orm import contains_eager

from app.core.tokens import Access, encode_access_token, hash_token, new_token
from app.db.conditional_update import update_rows
from app.db.record import utc_now
from app.db.session import SessionDep
from app.dependencies.settings import SettingsDep
from app.models.login_session import LoginSession
from app.models.refresh_token import RefreshToken
from app.models.user import User
from app.schemas.auth import TokenPair


class SessionService:
    """A login is a row. It has one refresh token at a time, which is used once for the next."""

    def __init__(self, session: SessionDep, settings: SettingsDep) -> None:
        self.session = session
        self.settings = settings

    async def open(self, user: User, *, user_agent: str | None) -> TokenPair:
        # Their refresh tokens go with them, so that the tables do not grow for ever.
        expired = delete(LoginSession).where(
            LoginSession.user_id == user.id, LoginSession.expires_at < utc_now()
        )
        await self.session.execute(expired)
        lifetime = dt.timedelta(days=self.settings.refresh_token_days)
        login = LoginSession(
            user_id=user.id,
            sid=new_token(),
            user_agent=user_agent and user_agent[:200],
            expires_at=utc_now() + lifetime,
        )
        self.session.add(login)
        return await self.issue(login)

    async def issue(self, login: LoginSession) -> TokenPair:
        """The next tokens. No refresh token outlives its login."""
        token = new_token()
        stored = RefreshToken(
            session=login, token_hash=hash_token(token), expires_at=login.expires_at
        )
        self.session.add(stored)
        await self.session.commit()
        access = Access(user_id=str(login.user_id), sid=login.sid)
        return TokenPair(
            access_token=encode_access_token(self.settings, access),
            refresh_token=token,
            expires_in=self.settings.access_token_minutes * 60,
        )

    async def find(self, condition: ColumnElement[bool]) -> LoginSession | None:
        """One that goes on, of somebody active. The user comes with the same query."""
        statement = (
            select(LoginSession)
            .join(LoginSession.user)
            .options(contains_eager(LoginSession.user))
            .where(condition, *still_open(), User.active.is_(True))
        )
        login: LoginSession | None = await self.session.scalar(statement)
        return login

    async def list(self, user: User) -> Sequence[LoginSession]:
        statement = (
            select(LoginSession)
            .where(LoginSession.user_id == user.id, *still_open())
            .order_by(LoginSession.last_used_at.desc(), LoginSession.id)
            .limit(100)
        )
        return (await self.session.scalars(statement)).all()

    async def refresh(self, token: str) -> TokenPair:
        """Whoever uses a token again, thief or victim, ends the login for both."""
        token_hash = hash_token(token)
        this_one = LoginSession.id == login_of(token_hash)
        unused = update(RefreshToken).where(
            RefreshToken.token_hash == token_hash,
            RefreshToken.used_at.is_(None),
            RefreshToken.expires_at > utc_now(),
        )
        if not await update_rows(self.session, unused.values(used_at=utc_now())):
            await self.revoke(this_one)
            raise unauthenticated("The refresh token is not valid")
        login = await self.find(this_one)
        if login is None:
            raise unauthenticated("The refresh token is not valid")
        login.last_used_at = utc_now()
        return await self.issue(login)

    async def close(self, refresh_token: str) -> None:
        await self.revoke(LoginSession.id == login_of(hash_token(refresh_token)))

    async def close_one(self, user: User, session_id: str) -> None:
        for login in await self.list(user):
            if str(login.id) == session_id:
                await self.revoke(LoginSession.id == login.id)
                return
        raise HTTPException(status.HTTP_404_NOT_FOUND, "There is no such session")

    async def close_all(self, user_id: object) -> None:
        await self.revoke(LoginSession.user_id == user_id)

    async def end(self, which: ColumnElement[bool]) -> None:
        """Access tokens end with it: each request looks for its login."""
        ended = update(LoginSession).where(which, LoginSession.revoked_at.is_(None))
        await update_rows(self.session, ended.values(revoked_at=utc_now()))

    async def revoke(self, which: ColumnElement[bool]) -> None:
        await self.end(which)
        # Before an error is raised, which would take it back.
        await self.session.commit()


def still_open() -> tuple[ColumnElement[bool], ...]:
    return LoginSession.revoked_at.is_(None), LoginSession.expires_at > utc_now()


def login_of(token_hash: str) -> ColumnElement[Any]:
    return (
        select(RefreshToken.session_id)
        .where(RefreshToken.token_hash == token_hash)
        .scalar_subquery()
    )


def unauthenticated(detail: str = "Log in first") -> HTTPException:
    return HTTPException(
        status.HTTP_401_UNAUTHORIZED, detail, headers={"WWW-Authenticate": "Bearer"}
    )
