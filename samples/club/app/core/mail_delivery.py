"""How mail leaves: by SMTP, or into the log. The setting `mail_url` decides."""

import logging
import ssl
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from email.headerregistry import Address
from email.message import EmailMessage
from email.utils import localtime, make_msgid, parseaddr
from urllib.parse import unquote, urlsplit

import aiosmtplib
from fastapi import FastAPI

from app.core.mail import ADDRESS, Mailer, MailError, Message
from app.core.settings import Settings

TIMEOUT_SECONDS = 10.0  # For each step of the conversation with the server.

logger = logging.getLogger(__name__)


@dataclass(frozen=True)
class ConsoleMailer:
    """Logs mail. In production without its text: there may be a link in it that opens a door."""

    shows_text: bool

    async def send(self, message: Message) -> None:
        text = message.text if self.shows_text else "(shown in development only)"
        logger.info("Mail to %s: %s\n\n%s", message.to, message.subject, text)


@dataclass(frozen=True)
class Encryption:
    port: int
    from_start: bool = False
    by_starttls: bool = False


# By scheme and query of the URL. STARTTLS is insisted on: a server without it gets nothing.
ENCRYPTIONS = {
    ("smtp", ""): Encryption(port=587, by_starttls=True),
    ("smtp", "tls=starttls"): Encryption(port=587, by_starttls=True),
    ("smtp", "tls=none"): Encryption(port=25),
    ("smtps", ""): Encryption(port=465, from_start=True),
}


@dataclass(frozen=True)
class SmtpMailer:
    """Opens a connection for each mail."""

    sender: Address
    encryption: Encryption
    host: str
    port: int
    username: str | None
    password: str | None = field(repr=False)
    # Made once: it reads all certificates that are trusted.
    tls: ssl.SSLContext = field(default_factory=ssl.create_default_context)

    async def send(self, message: Message) -> None:
        try:
            await aiosmtplib.send(
                to_email(message, self.sender),
                recipients=[message.to],
                hostname=self.host,
                port=self.port,
                username=self.username,
                password=self.password,
                use_tls=self.encryption.from_start,
                start_tls=self.encryption.by_starttls,
                tls_context=self.tls,
                timeout=TIMEOUT_SECONDS,
            )
        except (aiosmtplib.SMTPException, OSError) as error:
            raise MailError(str(error)) from error


def to_email(message: Message, sender: Address) -> EmailMessage:
    email = EmailMessage()
    email["From"] = sender
    email["To"] = message.to
    email["Subject"] = message.subject
    email["Date"] = localtime()
    email["Message-ID"] = make_msgid(domain=sender.domain)
    email["Auto-Submitted"] = "auto-generated"  # So that no holiday notice answers it.
    email.set_content(message.text)
    if message.html is not None:
        email.add_alternative(message.html, subtype="html")
    return email


def build_mailer(settings: Settings) -> Mailer:
    """Raise ValueError when the settings make no mailer. It does not repeat them."""
    sender = parse_sender(settings.mail_from)
    url = urlsplit(settings.mail_url.get_secret_value())
    if url.scheme == "console":
        return ConsoleMailer(shows_text=not settings.is_production)
    encryption = ENCRYPTIONS.get((url.scheme, url.query))
    if encryption is None or not url.hostname:
        raise ValueError("MAIL_URL is none of console:, smtp://..., smtps://...")
    if url.username and url.query == "tls=none":
        raise ValueError("MAIL_URL has a password, which is not sent without encryption")
    return SmtpMailer(
        sender=sender,
        encryption=encryption,
        host=url.hostname,
        port=url.port or encryption.port,
        username=unquote(url.username) if url.username else None,
        password=unquote(url.password) if url.password else None,
    )


def parse_sender(text: str) -> Address:
    name, address = parseaddr(text)
    if not ADDRESS.fullmatch(address):
        raise ValueError("MAIL_FROM is neither shop@example.com nor Shop <shop@example.com>")
    return Address(name, addr_spec=address)


@asynccontextmanager
async def open_mailer(app: FastAPI) -> AsyncIterator[None]:
    app.state.mailer = build_mailer(app.state.settings)
    yield
