"""What the application of a test sent."""

import pytest
from fastapi import FastAPI

from app.core.mail import Message


class Outbox(list[Message]):
    async def send(self, message: Message) -> None:
        self.append(message)


@pytest.fixture
def outbox(app: FastAPI) -> Outbox:
    """The mailer of the application, from here on."""
    outbox = Outbox()
    app.state.mailer = outbox
    return outbox
