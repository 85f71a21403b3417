"""The service of accounts, for routes: at once, or after the answer."""

import logging
from collections.abc import Awaitable, Callable
from typing import Annotated

from fastapi import BackgroundTasks, Depends, Request

from app.core.mail import MailerDep
from app.dependencies.settings import SettingsDep
from app.services.auth_service import AuthService
from app.services.session_service import SessionService

logger = logging.getLogger(__name__)

AuthServiceDep = Annotated[AuthService, Depends()]

Work = Callable[[AuthService], Awaitable[None]]


class AfterAnswer:
    """Work that begins when the answer is sent, so that its time tells nothing."""

    def __init__(
        self,
        request: Request,
        background: BackgroundTasks,
        settings: SettingsDep,
        mailer: MailerDep,
    ) -> None:
        self.sessions = request.app.state.sessions
        self.background = background
        self.settings = settings
        self.mailer = mailer

    def __call__(self, work: Work) -> None:
        self.background.add_task(self.run, work)

    async def run(self, work: Work) -> None:
        # The session of the request is closed by now.
        async with self.sessions() as session:
            logins = SessionService(session, self.settings)
            service = AuthService(session, logins, self.settings, self.mailer, self.background)
            try:
                await work(service)
            except Exception:  # An error would cut the connection, and so tell of itself.
                logger.exception("What was left to do after an answer failed")


AfterAnswerDep = Annotated[AfterAnswer, Depends()]
