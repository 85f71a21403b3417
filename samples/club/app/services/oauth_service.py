"""Accounts of people who sign in at other providers."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import Annotated

from fastapi import Depends, HTTPException, status
from sqlalchemy import delete, select
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import joinedload

from app.core.oauth import Identity, SignInError
from app.db.record import utc_now
from app.db.session import SessionDep
from app.models.linked_identity import LinkedIdentity
from app.models.one_time_token import OneTimeToken
from app.models.user import User
from app.schemas.auth import TokenPair
from app.services.one_time_token_service import OneTimeTokenService
from app.services.session_service import SessionService

# What the one-time tokens are for.
EXCHANGE = "oauth-exchange"
LINK = "oauth-link"


class OAuthService:
    def __init__(
        self,
        session: SessionDep,
        sessions: Annotated[SessionService, Depends()],
        tokens: Annotated[OneTimeTokenService, Depends()],
    ) -> None:
        self.session = session
        self.sessions = sessions
        self.tokens = tokens

    async def sign_in(self, identity: Identity, browser: str) -> str:
        """A code for tokens, which only the browser that signed in can exchange."""
        with refusing_collisions():
            user = await self.find_linked(identity) or await self.link_by_email(identity)
            if not user.active:
                raise SignInError("failed")
            code = await self.tokens.issue(user, EXCHANGE, binding=browser, minutes=1)
            await self.session.commit()
        return code

    async def exchange(self, code: str, browser: str, user_agent: str | None) -> TokenPair:
        user = await self.tokens.redeem(code, EXCHANGE, binding=browser)
        if user is None:
            raise HTTPException(status.HTTP_400_BAD_REQUEST, "The code is not valid")
        return await self.sessions.open(user, user_agent=user_agent)

    async def start_link(self, user: User) -> str:
        """What says, when the browser comes back, whose account it was."""
        ticket = await self.tokens.issue(user, LINK, minutes=10)
        await self.session.commit()
        return ticket

    async def finish_link(self, identity: Identity, ticket: str) -> None:
        user = await self.tokens.redeem(ticket, LINK)
        if user is None or user.verified_at is None:
            raise SignInError("failed")
        if identity.email is None:
            raise SignInError("email_unverified")
        linked = await self.find_linked(identity)
        if linked is not None and linked.id != user.id:
            raise SignInError("already_linked")
        with refusing_collisions():
            if linked is None:
                self.link(user, identity)
            await self.session.commit()

    async def unlink(self, user: User, provider: str, others: Sequence[str]) -> None:
        """`others` are the providers that the user could sign in at instead."""
        mine = select(LinkedIdentity.provider).where(LinkedIdentity.user_id == user.id)
        # One request at a time: two that see the provider of each other would leave none.
        linked = set(await self.session.scalars(mine.with_for_update()))
        if provider not in linked:
            raise HTTPException(status.HTTP_404_NOT_FOUND, f"{provider} is not linked")
        if user.password_hash is None and linked.isdisjoint(others):
            message = "This is the only way to sign in: set a password or link another provider"
            raise HTTPException(status.HTTP_409_CONFLICT, message)
        gone = (LinkedIdentity.user_id == user.id, LinkedIdentity.provider == provider)
        await self.session.execute(delete(LinkedIdentity).where(*gone))
        await self.session.commit()

    async def find_linked(self, identity: Identity) -> User | None:
        known = (
            LinkedIdentity.provider == identity.provider,
            LinkedIdentity.subject == identity.subject,
        )
        statement = select(LinkedIdentity).where(*known).options(joinedload(LinkedIdentity.user))
        linked: LinkedIdentity | None = await self.session.scalar(statement)
        # Some databases take no notice of case, but "Ada" and "ada" may be two people.
        return linked.user if linked and linked.subject == identity.subject else None

    async def link_by_email(self, identity: Identity) -> User:
        """The account of a verified address. Both sides must have verified it."""
        if identity.email is None:
            raise SignInError("email_unverified")
        this_one = select(User).where(User.email == identity.email)
        user: User | None = await self.session.scalar(this_one)
        if user is None:
            user = User(email=identity.email, verified_at=utc_now())
            self.session.add(user)
        elif user.verified_at is None:
            await self.hand_over(user)
        self.link(user, identity)
        await self.session.flush()
        return user

    async def hand_over(self, user: User) -> None:
        """Somebody registered this address without owning it: nothing of theirs gets in again."""
        user.password_hash = None
        for model in (LinkedIdentity, OneTimeToken):
            await self.session.execute(delete(model).where(model.user_id == user.id))
        await self.sessions.close_all(user.id)
        user.verified_at = utc_now()

    def link(self, user: User, identity: Identity) -> None:
        link = LinkedIdentity(user=user, provider=identity.provider, subject=identity.subject)
        self.session.add(link)


@contextmanager
def refusing_collisions() -> Iterator[None]:
    """Who comes twice at the same moment gets in once."""
    try:
        yield
    except IntegrityError as error:
        raise SignInError("failed") from error
