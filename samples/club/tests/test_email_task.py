"""The task that sends mail."""

import pytest

from app.core.mail import MailError, Message
from app.workers.tasks import email as module
from app.workers.tasks.email import email_task


class Postbox(list[Message]):
    refusals = 0
    tries = 0

    async def send(self, message: Message) -> None:
        self.tries += 1
        if self.tries <= self.refusals:
            raise MailError("no server")
        self.append(message)


@pytest.fixture
def postbox(monkeypatch: pytest.MonkeyPatch) -> Postbox:
    postbox = Postbox()
    monkeypatch.setattr(module, "build_mailer", lambda _: postbox)
    return postbox


def test_a_template_becomes_a_mail(postbox: Postbox) -> None:
    email_task.delay("test", to="ann@example.com", name="Shop").get()
    [message] = postbox
    assert (message.to, message.subject) == ("ann@example.com", "A mail from Shop")


async def test_a_route_may_call_it(postbox: Postbox) -> None:
    email_task.delay("test", to="ann@example.com", name="Shop").get()
    assert len(postbox) == 1


def test_a_mail_that_nobody_took_is_sent_again(postbox: Postbox) -> None:
    postbox.refusals = 2
    email_task.delay("test", to="ann@example.com", name="Shop").get()
    assert (len(postbox), postbox.tries) == (1, 3)


@pytest.mark.parametrize(
    ("words", "error"),
    [({"to": "a@b.com, c@d.com", "name": "Shop"}, ValueError), ({"to": "a@b.com"}, KeyError)],
)
def test_what_makes_no_mail_is_not_tried_again(
    postbox: Postbox, words: dict[str, str], error: type[Exception]
) -> None:
    with pytest.raises(error):
        email_task.delay("test", **words).get()
    assert postbox.tries == 0


def test_mail_goes_where_the_settings_say(caplog: pytest.LogCaptureFixture) -> None:
    with caplog.at_level("INFO"):
        email_task.delay("test", to="ann@example.com", name="Shop").get()
    assert "Mail to ann@example.com: A mail from Shop" in caplog.text
