"""Tokens that are sent to somebody, and work once."""

import datetime as dt

from sqlalchemy import delete, select, update

from app.core.tokens import hash_token, new_token
from app.db.conditional_update import update_rows
from app.db.record import utc_now
from app.db.session import SessionDep
from app.models.one_time_token import OneTimeToken
from app.models.user import User


class OneTimeTokenService:
    """Commits nothing: what a token is for belongs to the same transaction."""

    def __init__(self, session: SessionDep) -> None:
        self.session = session

    async def issue(
        self, user: User, purpose: str, *, binding: str | None = None, minutes: int
    ) -> str:
        """With a binding, it works only for who has that as well."""
        expired = delete(OneTimeToken).where(
            OneTimeToken.user_id == user.id, OneTimeToken.expires_at < utc_now()
        )
        await self.session.execute(expired)
        token = new_token()
        stored = OneTimeToken(
            user_id=user.id,
            purpose=purpose,
            token_hash=hash_token(token),
            binding=binding and hash_token(binding),
            expires_at=utc_now() + dt.timedelta(minutes=minutes),
        )
        self.session.add(stored)
        await self.session.flush()
        return token

    async def redeem(self, token: str, purpose: str, *, binding: str | None = None) -> User | None:
        """Whose it is, once."""
        this_one = OneTimeToken.token_hash == hash_token(token)
        unused = update(OneTimeToken).where(
            this_one,
            OneTimeToken.purpose == purpose,
            OneTimeToken.binding == (binding and hash_token(binding)),
            OneTimeToken.used_at.is_(None),
            OneTimeToken.expires_at > utc_now(),
        )
        if not await update_rows(self.session, unused.values(used_at=utc_now())):
            return None
        statement = select(User).join(OneTimeToken, OneTimeToken.user_id == User.id)
        active = statement.where(this_one, User.active.is_(True))
        user: User | None = await self.session.scalar(active)
        return user

    async def discard(self, user: User, purpose: str) -> None:
        """Those that are still out work no more."""
        statement = delete(OneTimeToken).where(
            OneTimeToken.user_id == user.id, OneTimeToken.purpose == purpose
        )
        await self.session.execute(statement)
