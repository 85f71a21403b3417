from pathlib import Path

import pytest
from fastapi import BackgroundTasks, FastAPI
from httpx2 import AsyncClient

from app.core import mail
from app.core.mail import MailerDep, MailError, Message, render_mail, send_or_log

HELLO = Message(to="ann@example.com", subject="Hello", text="Dear Ann\n")


class BrokenMailer:
    async def send(self, _: Message) -> None:
        raise MailError("no server")


@pytest.mark.parametrize(
    "to", ["", "ann", "a@b.com, c@d.com", "a@b.com\nBcc: c@d.com", "Ann <a@b.com>", "a@b.com\n"]
)
def test_a_message_goes_to_one_address(to: str) -> None:
    with pytest.raises(ValueError, match="one address"):
        Message(to=to, subject="Hello", text="")


def test_a_message_goes_to_any_alphabet() -> None:
    assert Message(to="नेहा.o'hara+x@उदाहरण.भारत", subject="Hello", text="").html is None


@pytest.mark.parametrize("subject", ["", "Hello\nBcc: c@d.com", "Hello\r", "Hello\u2028Ann"])
def test_a_message_has_a_subject_of_one_line(subject: str) -> None:
    with pytest.raises(ValueError, match="one line"):
        Message(to="ann@example.com", subject=subject, text="")


class TestTemplate:
    @pytest.fixture(autouse=True)
    def templates(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
        monkeypatch.setattr(mail, "TEMPLATES", tmp_path)
        (tmp_path / "hello.txt").write_text("Subject: To $name\n\nDear $name\n\nBye\n", "utf-8")
        return tmp_path

    def test_is_filled_in(self) -> None:
        assert render_mail("hello", to="ann@example.com", name="Ann & $name") == Message(
            to="ann@example.com", subject="To Ann & $name", text="Dear Ann & $name\n\nBye\n"
        )

    def test_may_have_a_page_where_values_stay_text(self, templates: Path) -> None:
        (templates / "hello.html").write_text('<p title="$name">$name</p>', "utf-8")
        message = render_mail("hello", to="ann@example.com", name='<b>"')
        assert message.html == '<p title="&lt;b&gt;&quot;">&lt;b&gt;&quot;</p>'

    def test_misses_no_value(self) -> None:
        with pytest.raises(KeyError, match="name"):
            render_mail("hello", to="ann@example.com")

    def test_gets_no_header_from_a_value(self) -> None:
        with pytest.raises(ValueError, match="one line"):
            render_mail("hello", to="ann@example.com", name="Ann\nBcc: c@d.com")

    def test_starts_with_a_subject(self, templates: Path) -> None:
        (templates / "hello.txt").write_text("Dear $name\n", "utf-8")
        with pytest.raises(ValueError, match="has to start with"):
            render_mail("hello", to="ann@example.com", name="Ann")


class TestRoute:
    @pytest.fixture(autouse=True)
    def routes(self, app: FastAPI) -> None:
        @app.post("/now")
        async def now(mailer: MailerDep) -> None:
            await mailer.send(HELLO)

        @app.post("/later")
        async def later(mailer: MailerDep, tasks: BackgroundTasks) -> None:
            tasks.add_task(send_or_log, mailer, HELLO)

    @pytest.mark.parametrize("path", ["/now", "/later"])
    async def test_sends(self, client: AsyncClient, outbox: list[Message], path: str) -> None:
        assert (await client.post(path)).status_code == 200
        assert outbox == [HELLO]

    @pytest.mark.parametrize(("path", "status"), [("/now", 500), ("/later", 200)])
    async def test_fails_only_where_it_waits(
        self,
        app: FastAPI,
        client: AsyncClient,
        caplog: pytest.LogCaptureFixture,
        path: str,
        status: int,
    ) -> None:
        app.state.mailer = BrokenMailer()
        assert (await client.post(path)).status_code == status
        assert "MailError: no server" in caplog.text
        assert ("A mail was not sent: Hello" in caplog.text) is (path == "/later")
