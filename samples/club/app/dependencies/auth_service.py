"""The service of accounts, for routes: at once, or after the answer."""

from collections.abc import Awaitable, Callable
from typing import Annotated

from fastapi import BackgroundTasks, Depends, Request

from app.core.mail import MailerDep
from app.dependencies.settings import SettingsDep
from app.services.auth_service import AuthService

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
            await work(AuthService(session, self.settings, self.mailer, self.background))


AfterAnswerDep = Annotated[AfterAnswer, Depends()]
