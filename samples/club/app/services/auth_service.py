"""Accounts: how people get one, prove who they are, and change their password."""

import logging
from typing import Annotated, NamedTuple

from fastapi import BackgroundTasks, Depends, HTTPException, status
from sqlalchemy import select, update
from sqlalchemy.exc import IntegrityError

from app.about import NAME
from app.core.mail import MailerDep, render_mail, send_or_log
from app.core.password_strength import refuse_guessable
from app.core.passwords import hash_password, verify_password
from app.db.conditional_update import update_rows
from app.db.record import utc_now
from app.db.session import SessionDep
from app.dependencies.settings import SettingsDep
from app.models.user import User
from app.schemas.auth import Credentials, PasswordChange, PasswordReset, TokenPair
from app.schemas.auth_account import AccountUpdate, Registration
from app.services.one_time_token_service import OneTimeTokenService
from app.services.session_service import SessionService, unauthenticated

logger = logging.getLogger(__name__)


class Link(NamedTuple):
    """A page of the site that is opened from a mail, with a token for it."""

    purpose: str
    minutes: int
    page: str

    @property
    def lasts(self) -> str:
        hours, minutes = divmod(self.minutes, 60)
        return f"{minutes} minutes" if minutes else f"{hours} hours"


VERIFY = Link("verify", 24 * 60, "verify-email")
RESET = Link("reset", 30, "reset-password")


class AuthService:
    """What it answers about an address does not depend on whether somebody has it."""

    def __init__(
        self,
        session: SessionDep,
        sessions: Annotated[SessionService, Depends()],
        settings: SettingsDep,
        mailer: MailerDep,
        background: BackgroundTasks,
    ) -> None:
        self.session = session
        self.settings = settings
        self.mailer = mailer
        self.background = background
        self.sessions = sessions
        self.tokens = OneTimeTokenService(session)

    async def find(self, email: str) -> User | None:
        user = await self.session.scalar(select(User).where(User.email == email))
        # Passwords take long, and no other request shall wait for this transaction.
        await self.session.commit()
        return user

    async def register(self, body: Registration) -> None:
        """Whoever has an account already is told so by mail, with a way in."""
        password_hash = await hash_password(body.password.get_secret_value())
        known = await self.find(body.email)
        if known is not None:
            await self.mail_link(known, RESET, "already_registered")
            return
        user = User(**body.model_dump(exclude={"password"}), password_hash=password_hash)
        self.session.add(user)
        try:
            await self.session.flush()
        except IntegrityError:
            # Two registrations at a time, as a rule: the other one was faster, and gets the mail.
            logger.warning("A registration collides with an account")
            return
        await self.mail_link(user, VERIFY, "verify_email")

    async def verify(self, token: str) -> None:
        user = await self.redeem(token, VERIFY)
        user.verified_at = user.verified_at or utc_now()
        await self.session.commit()

    async def log_in(self, body: Credentials, *, user_agent: str | None) -> TokenPair:
        user = await self.find(body.email)
        if not await self.check(user, body.password.get_secret_value()) or user is None:
            raise unauthenticated("Wrong e-mail address or password")
        return await self.sessions.open(user, user_agent=user_agent)

    async def check(self, user: User | None, password: str) -> bool:
        """Also False when it was changed meanwhile: it takes long to find out."""
        stored = user.password_hash if user and user.active else None
        is_right, rehashed = await verify_password(password, stored)
        if user is None or not is_right:
            return False
        # Whoever changes it now waits for this transaction, and ends the login that it begins.
        this_one = update(User).where(User.id == user.id, User.password_hash == stored)
        kept = this_one.values(password_hash=rehashed or stored, updated_at=User.updated_at)
        return await update_rows(self.session, kept) == 1

    async def update(self, user: User, body: AccountUpdate) -> User:
        for name, value in body.model_dump(exclude_unset=True).items():
            setattr(user, name, value)
        await self.session.commit()
        return user

    async def change_password(self, user: User, body: PasswordChange) -> None:
        refuse_guessable(body.password, user.email)
        await self.session.commit()
        password_hash = await hash_password(body.password.get_secret_value())
        if not await self.check(user, body.current_password.get_secret_value()):
            raise HTTPException(status.HTTP_403_FORBIDDEN, "The current password is not right")
        await self.set_password(user, password_hash)

    async def request_reset(self, email: str) -> None:
        user = await self.find(email)
        if user is not None and user.active:
            await self.mail_link(user, RESET, "reset_password")

    async def reset_password(self, body: PasswordReset) -> None:
        """Proves the address as well: the token was sent to it."""
        password_hash = await hash_password(body.password.get_secret_value())
        user = await self.redeem(body.token, RESET)
        # The token stays good for another one: nothing is committed yet.
        refuse_guessable(body.password, user.email)
        user.verified_at = user.verified_at or utc_now()
        await self.set_password(user, password_hash)

    async def set_password(self, user: User, password_hash: str) -> None:
        """Whoever was logged in by the old one no longer is."""
        user.password_hash = password_hash
        await self.tokens.discard(user, RESET.purpose)
        await self.sessions.close_all(user.id)
        self.mail(user, "password_changed")

    async def redeem(self, token: str, link: Link) -> User:
        user = await self.tokens.redeem(token, link.purpose)
        if user is None:
            raise HTTPException(status.HTTP_400_BAD_REQUEST, "The token is not valid any more")
        return user

    async def mail_link(self, user: User, link: Link, template: str) -> None:
        token = await self.tokens.issue(user, link.purpose, minutes=link.minutes)
        await self.session.commit()
        # Behind the #, a token stays out of the logs of servers and of what browsers tell others.
        url = f"{self.settings.public_url}/{link.page}#token={token}"
        self.mail(user, template, link=url, lasts=link.lasts)

    def mail(self, user: User, template: str, **values: str) -> None:
        """After the answer, which does not wait for a mail server, nor fail with it."""
        message = render_mail(template, to=user.email, name=NAME, **values)
        self.background.add_task(send_or_log, self.mailer, message)
