import json
import logging
import re
import sys
from math import inf
from typing import Any

import pytest
from sqlalchemy import create_engine, text
from sqlalchemy.exc import DBAPIError

from app.core.logging import InterceptHandler, configure_logging
from app.core.request_id import current_request_id
from app.core.settings import Settings

logger = logging.getLogger("till")


def configure(**values: Any) -> None:
    configure_logging(Settings(database_url="postgresql+asyncpg://me:hunter2hunter2@db", **values))


def charge(password: str) -> None:
    raise ValueError("bad\n00:00:00 INFO forged " + password)


def fail() -> None:
    try:
        charge(password="hunter2" * 2)
    except ValueError:
        logger.exception("Lost %s", "till\n00:00:00 INFO forged \x1b[2J")


class TestInProduction:
    @pytest.fixture(autouse=True)
    def configured(self) -> None:
        configure(environment="production")

    def test_a_record_is_a_line_of_json(self, capsys: pytest.CaptureFixture[str]) -> None:
        token = current_request_id.set("order-7")
        extra = {"amount": 12, "at": inf, "by": None, "to": ["Änn"], "password": "hunter2"}
        logger.info("paid %s {} <red>", "cash", extra=extra)
        current_request_id.reset(token)
        logger.debug("not this")
        [line] = [json.loads(line) for line in capsys.readouterr().err.splitlines()]
        assert re.fullmatch(r"[\d-]{10}T[\d:]{8}\.\d{3}[+-][\d:]{5}", line.pop("time"))
        assert line == {
            "level": "INFO",
            "logger": "till",
            "message": "paid cash {} <red>",
            "request_id": "order-7",
            "correlation_id": "-",
            "amount": 12,
            "at": "inf",
            "by": None,
            "to": "['Änn']",
            "password": "***",
        }

    def test_a_traceback_is_in_the_line_and_tells_no_secret(
        self, capsys: pytest.CaptureFixture[str]
    ) -> None:
        fail()
        [line] = capsys.readouterr().err.splitlines()
        assert "hunter2hunter2" not in line
        assert json.loads(line)["exception"].startswith("Traceback (most recent call last):\n")
        assert json.loads(line)["message"] == "Lost till\n00:00:00 INFO forged \x1b[2J"

    def test_a_message_tells_no_secret(self, capsys: pytest.CaptureFixture[str]) -> None:
        logger.info("password=%s", "hunter3", extra={"at": "?token=hunter3"})
        written = capsys.readouterr().err
        assert "password=***" in written
        assert "hunter3" not in written

    def test_a_stack_is_in_the_line(self, capsys: pytest.CaptureFixture[str]) -> None:
        logger.info("here", stack_info=True)
        assert json.loads(capsys.readouterr().err)["message"].startswith("here\nStack (most")

    def test_a_wrong_call_is_said_as_it_stands(self, capsys: pytest.CaptureFixture[str]) -> None:
        wrong = {"levelno": 25, "levelname": "NOTE", "msg": "%d items", "args": ("many",)}
        by_others = {"asctime": "now", "message": "", "taskName": "Task-1", "color_message": ""}
        InterceptHandler().handle(logging.makeLogRecord(wrong | by_others))
        line = json.loads(capsys.readouterr().err)
        usual = {"time", "level", "logger", "message", "request_id", "correlation_id"}
        assert set(line) == usual
        assert line["level"] == "Level 25"
        assert line["message"].startswith("%d items ('many',) (TypeError(")

    def test_a_level_keeps_its_name(self, capsys: pytest.CaptureFixture[str]) -> None:
        configure(environment="production", log_level="DEBUG")
        names = ["DEBUG", "INFO", "WARNING", "ERROR", "CRITICAL"]
        for name in names:
            logger.log(logging.getLevelNamesMapping()[name], "paid")
        lines = capsys.readouterr().err.splitlines()
        assert [json.loads(line)["level"] for line in lines] == names


class TestInDevelopment:
    @pytest.fixture(autouse=True)
    def configured(self) -> None:
        configure(environment="development")

    def test_only_a_record_begins_at_the_margin(self, capsys: pytest.CaptureFixture[str]) -> None:
        fail()
        written = capsys.readouterr().err
        [first, *more] = written.splitlines()
        assert " ERROR    till [-] Lost till" in first
        assert all(line.startswith("    ") for line in more)
        assert r"forged \x1b[2J" in written
        assert "hunter2hunter2" not in written

    def test_members_are_said(self, capsys: pytest.CaptureFixture[str]) -> None:
        logger.info("paid {} </red>\r\x9f\u2028\u2029\t.", extra={"amount": 12})
        shown = "paid {} </red>\\r\\x9f\\u2028\\u2029\t. amount=12\n"
        assert capsys.readouterr().err.endswith(f" till [-] {shown}")

    def test_colours_are_for_terminals(
        self, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.delenv("NO_COLOR", raising=False)
        monkeypatch.setattr(sys.stderr, "isatty", lambda: True)
        configure(environment="development")
        logger.info("paid")
        assert "\x1b[36mtill\x1b[0m" in capsys.readouterr().err


def test_whoever_has_a_console_of_its_own_loses_it(capsys: pytest.CaptureFixture[str]) -> None:
    logger.addHandler(logging.StreamHandler())
    logger.propagate = False
    configure(environment="production")
    configure(environment="production")
    logger.info("once")
    assert len(capsys.readouterr().err.splitlines()) == 1


@pytest.mark.parametrize(
    ("environment", "log_sql"),
    [("production", False), ("production", True), ("development", True), ("development", False)],
)
def test_statements_are_logged_where_they_are_asked_for(
    capsys: pytest.CaptureFixture[str], environment: str, log_sql: bool
) -> None:
    configure(environment=environment, log_sql=log_sql, log_level="DEBUG")
    engine = create_engine("sqlite://")
    with engine.connect() as connection:
        connection.execute(text("SELECT :name"), {"name": "Ann"})
        with pytest.raises(DBAPIError) as error:
            connection.execute(text("SELECT :name FROM nothing"), {"name": "Ann"})
    engine.dispose()
    logging.getLogger("aiosqlite").debug("executing %s", ["Ann"])
    written = capsys.readouterr().err
    assert ("SELECT ?" in written) is log_sql
    assert ("Ann" in written) is (log_sql and environment == "development")
    assert ("Ann" in str(error.value)) is (environment == "development")
