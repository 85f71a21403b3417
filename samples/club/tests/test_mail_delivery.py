import asyncio
import email
import logging
import runpy
import sys
from collections.abc import AsyncIterator
from email.message import EmailMessage
from email.policy import default
from typing import Any

import pytest
from pydantic import SecretStr

from app.about import NAME
from app.commands import send_test_mail
from app.core import mail_delivery
from app.core.mail import MailError, Message
from app.core.mail_delivery import build_mailer
from app.core.settings import Settings

HELLO = Message(
    to="ann@example.com", subject="Hellö", text="Dear Änn\n.\nBye\n", html="<p>Dear Änn</p>\n"
)


def mailing(url: str, **other: Any) -> Settings:
    return Settings(mail_url=SecretStr(url), mail_from="Shop <shop@example.com>", **other)


class MailServer:
    """Speaks as much SMTP as there is in one mail, without encryption."""

    def __init__(self) -> None:
        self.greeting = b"220 ready\r\n"
        self.answers = {b"DATA": b"354 go on"}
        self.commands: list[bytes] = []
        self.received: list[EmailMessage] = []
        self.talks: list[asyncio.Task[None]] = []

    def accept(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        self.talks.append(asyncio.create_task(self.talk(reader, writer)))

    async def talk(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        writer.write(self.greeting)
        while line := await reader.readline():
            self.commands.append(line.strip())
            writer.write(self.answers.get(line[:4], b"250 fine") + b"\r\n")
            if line.startswith(b"DATA"):
                text = await reader.readuntil(b"\r\n.\r\n")
                text = text.removesuffix(b".\r\n").replace(b"\r\n..", b"\r\n.")
                self.received.append(email.message_from_bytes(text, policy=default))
                writer.write(b"250 taken\r\n")
        writer.close()
        await writer.wait_closed()


@pytest.fixture
def server() -> MailServer:
    return MailServer()


@pytest.fixture
async def address(server: MailServer) -> AsyncIterator[str]:
    async with await asyncio.start_server(server.accept, "127.0.0.1", 0) as listening:
        yield "{}:{}".format(*listening.sockets[0].getsockname())
    await asyncio.gather(*server.talks)


class TestSmtp:
    async def test_delivers(self, server: MailServer, address: str) -> None:
        await build_mailer(mailing(f"smtp://{address}?tls=none")).send(HELLO)
        [mail] = server.received
        assert b"MAIL FROM:<shop@example.com>" in server.commands
        assert b"RCPT TO:<ann@example.com>" in server.commands
        assert mail["From"] == "Shop <shop@example.com>"
        assert mail["To"] == HELLO.to
        assert mail["Subject"] == HELLO.subject
        assert mail["Date"].datetime.tzinfo is not None
        assert mail["Message-ID"].endswith("@example.com>")
        assert mail["Auto-Submitted"] == "auto-generated"
        [text, page] = mail.iter_parts()
        assert text.get_content() == HELLO.text
        assert page.get_content() == HELLO.html

    @pytest.mark.parametrize("url", ["smtp://{}", "smtp://{}?tls=starttls", "smtps://{}"])
    async def test_sends_nothing_to_a_server_that_can_not_encrypt(
        self, server: MailServer, address: str, url: str
    ) -> None:
        with pytest.raises(MailError):
            await build_mailer(mailing(url.format(address))).send(HELLO)
        assert not [command for command in server.commands if command.startswith(b"MAIL")]

    async def test_tells_why_a_server_refused(self, server: MailServer, address: str) -> None:
        server.answers[b"RCPT"] = b"550 no such box"
        with pytest.raises(MailError, match="no such box"):
            await build_mailer(mailing(f"smtp://{address}?tls=none")).send(HELLO)

    async def test_does_not_wait_for_ever(
        self, server: MailServer, address: str, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr(mail_delivery, "TIMEOUT_SECONDS", 0.05)
        server.greeting = b""
        with pytest.raises(MailError, match=r"(?i)timed out"):
            await build_mailer(mailing(f"smtp://{address}?tls=none")).send(HELLO)


@pytest.mark.parametrize(("scheme", "port"), [("smtp", 587), ("smtps", 465)])
async def test_the_url_says_who_logs_in_where(
    scheme: str, port: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: dict[str, object] = {}

    async def send(_: EmailMessage, **options: object) -> None:
        asked.update(options)

    monkeypatch.setattr("aiosmtplib.send", send)
    mailer = build_mailer(mailing(f"{scheme}://ann%40shop:p%2Fss@mail.example.com"))
    await mailer.send(HELLO)
    assert (asked["hostname"], asked["port"]) == ("mail.example.com", port)
    assert (asked["username"], asked["password"]) == ("ann@shop", "p/ss")
    assert (asked["use_tls"], asked["start_tls"]) == (scheme == "smtps", scheme == "smtp")
    assert "p/ss" not in repr(mailer)


@pytest.mark.parametrize(("environment", "shown"), [("development", True), ("production", False)])
async def test_the_console_shows_no_text_in_production(
    caplog: pytest.LogCaptureFixture, environment: Any, shown: bool
) -> None:
    caplog.set_level(logging.INFO)
    await build_mailer(mailing("console:", environment=environment)).send(HELLO)
    assert "Mail to ann@example.com: Hellö" in caplog.text
    assert (HELLO.text in caplog.text) is shown


@pytest.mark.parametrize(
    ("url", "sender", "problem"),
    [
        ("", "shop@example.com", "MAIL_URL is none"),
        ("http://secret@mail.example.com", "shop@example.com", "MAIL_URL is none"),
        ("smtp://", "shop@example.com", "MAIL_URL is none"),
        ("smtp://u:secret@mail.example.com?tls=maybe", "shop@example.com", "MAIL_URL is none"),
        ("smtp://u:secret@mail.example.com?tls=none", "shop@example.com", "without encryption"),
        ("console:", "secret", "MAIL_FROM is neither"),
    ],
)
def test_wrong_settings_do_not_boot_and_are_not_shown(url: str, sender: str, problem: str) -> None:
    settings = Settings(mail_url=SecretStr(url), mail_from=sender)
    with pytest.raises(ValueError, match=problem) as error:
        build_mailer(settings)
    assert "secret" not in str(error.value)


class TestCommand:
    @pytest.fixture(autouse=True)
    def words(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(sys, "argv", ["send_test_mail", "you@example.com"])

    async def test_sends(
        self, server: MailServer, address: str, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setenv("MAIL_URL", f"smtp://{address}?tls=none")
        await asyncio.to_thread(send_test_mail.main)
        [mail] = server.received
        assert mail["To"] == "you@example.com"
        assert NAME in mail["Subject"]

    def test_says_what_is_wrong(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setenv("MAIL_URL", "smtp://127.0.0.1:1")
        with pytest.raises(SystemExit, match=r"Not sent: .*127\.0\.0\.1"):
            runpy.run_path(send_test_mail.__file__, run_name="__main__")
