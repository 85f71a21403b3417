"""The task that tells another system."""

import hmac
import json
import time
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, HTTPServer
from threading import Thread
from typing import NamedTuple

import httpx2
import pytest

from app.core.settings import Settings
from app.workers.tasks.notification import NotTakenError, notification_task


class Received(NamedTuple):
    path: str
    headers: dict[str, str]
    body: bytes


class OtherSystem(HTTPServer):
    """Answers what it is told to, and 204 from then on."""

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), Handler)
        self.answers: list[int] = []
        self.received: list[Received] = []


class Handler(BaseHTTPRequestHandler):
    server: OtherSystem

    def do_POST(self) -> None:
        body = self.rfile.read(int(self.headers["Content-Length"]))
        self.server.received.append(Received(self.path, dict(self.headers), body))
        self.send_response(self.server.answers.pop(0) if self.server.answers else 204)
        self.send_header("Location", "/elsewhere")
        self.end_headers()

    def log_message(self, *_: object) -> None:
        """Nobody reads it."""


@pytest.fixture
def other(monkeypatch: pytest.MonkeyPatch) -> Iterator[OtherSystem]:
    with OtherSystem() as server:
        monkeypatch.setenv("NOTIFICATION_URL", f"http://127.0.0.1:{server.server_port}/hook")
        thread = Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
        thread.start()
        yield server
        server.shutdown()
        thread.join()


def test_who_has_the_key_knows_who_sent_it_and_when(other: OtherSystem) -> None:
    sent = notification_task.delay("order.paid", {"id": 7})
    [(path, headers, body)] = other.received
    assert path == "/hook"
    assert json.loads(body) == {"event": "order.paid", "content": {"id": 7}}
    assert headers["Content-Type"] == "application/json"
    assert headers["Idempotency-Key"] == sent.id
    assert abs(time.time() - int(headers["X-Timestamp"])) < 60
    signed = headers["X-Timestamp"].encode() + b"." + body
    key = Settings().notification_key.get_secret_value().encode()
    assert headers["X-Signature"] == hmac.new(key, signed, "sha256").hexdigest()


def test_what_is_not_taken_now_comes_again_and_can_be_told_from_another(
    other: OtherSystem,
) -> None:
    other.answers = [503, 429, 500]
    sent = notification_task.delay("order.paid", {})
    assert [each.headers["Idempotency-Key"] for each in other.received] == [sent.id] * 4


@pytest.mark.parametrize("status", [302, 307, 400, 410])
def test_what_is_refused_comes_no_more_and_goes_nowhere_else(
    other: OtherSystem, status: int
) -> None:
    other.answers = [status]
    with pytest.raises(NotTakenError, match=str(status)):
        notification_task.delay("order.paid", {}).get()
    assert [each.path for each in other.received] == ["/hook"]


def test_a_system_that_is_away_is_asked_again(
    monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    monkeypatch.setenv("NOTIFICATION_URL", "http://127.0.0.1:1/hook")
    with pytest.raises(httpx2.ConnectError):
        notification_task.delay("order.paid", {}).get()


def test_it_may_go_into_the_log(caplog: pytest.LogCaptureFixture) -> None:
    with caplog.at_level("INFO"):
        notification_task.delay("order.paid", {"id": 7}).get()
    assert "Notification: order.paid" in caplog.text
