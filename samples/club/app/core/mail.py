"""Mail: what a message is, how a template becomes one, and how a route sends it."""

import logging
import re
from dataclasses import dataclass
from html import escape
from pathlib import Path
from string import Template
from typing import Annotated, Protocol

from fastapi import Depends, Request

TEMPLATES = Path(__file__).parent.parent / "mail"

# Whatever EmailStr accepts, and nothing that means more than one mailbox where mail is addressed.
ATOM = r"[^\x00-\x1f\x7f\s\"(),:;<>@\[\\\]]+"
ADDRESS = re.compile(f"{ATOM}@{ATOM}")

logger = logging.getLogger(__name__)


class MailError(Exception):
    """A mail was not sent."""


@dataclass(frozen=True)
class Message:
    """Made of what strangers type: what could add a recipient or a header is refused."""

    to: str
    subject: str
    text: str
    html: str | None = None

    def __post_init__(self) -> None:
        if not ADDRESS.fullmatch(self.to):
            raise ValueError("A mail goes to one address, which stands alone")
        if self.subject.splitlines() != [self.subject]:
            raise ValueError("The subject of a mail is one line")


class Mailer(Protocol):
    async def send(self, message: Message) -> None:
        """Raise MailError when nobody has taken the mail."""


async def get_mailer(request: Request) -> Mailer:
    mailer: Mailer = request.app.state.mailer
    return mailer


MailerDep = Annotated[Mailer, Depends(get_mailer)]


async def send_or_log(mailer: Mailer, message: Message) -> None:
    """For background tasks: `tasks.add_task(send_or_log, mailer, message)`. The answer is out."""
    try:
        await mailer.send(message)
    except MailError:
        logger.exception("A mail was not sent: %s", message.subject)


def render_mail(template: str, /, *, to: str, **values: str) -> Message:
    """Fill in `app/mail/<template>.txt`, and `<template>.html` where there is one."""
    path = TEMPLATES / f"{template}.txt"
    head, _, text = path.read_text(encoding="utf-8").partition("\n\n")
    if not head.startswith("Subject: "):
        raise ValueError(f"{path.name} has to start with a line `Subject: ...`, and an empty one")
    page = path.with_suffix(".html")
    return Message(
        to=to,
        subject=Template(head.removeprefix("Subject: ")).substitute(values),
        text=Template(text).substitute(values),
        html=fill_page(page, values) if page.exists() else None,
    )


def fill_page(page: Path, values: dict[str, str]) -> str:
    escaped = {name: escape(value) for name, value in values.items()}
    return Template(page.read_text(encoding="utf-8")).substitute(escaped)
