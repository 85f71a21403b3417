"""Logging: JSON in production, colours elsewhere, and no secret in either.

Everybody logs by `logging.getLogger(__name__)`; Loguru writes what comes of it.
"""

import json
import logging
import os
import sys
from functools import partial
from traceback import format_exception
from typing import TYPE_CHECKING

from loguru import logger
from sqlalchemy import Connection, Engine, event

from app.core.correlation_id import current_correlation_id
from app.core.log_file import LogFile
from app.core.redaction import Redactor
from app.core.request_id import current_request_id
from app.core.settings import Settings

if TYPE_CHECKING:
    from loguru import Message, Record

TEXT = (
    "<green>{time:HH:mm:ss.SSS}</green> <level>{level: <8}</level> <cyan>{name}</cyan> "
    "[{extra[request_id]}] {extra[_line]}\n{exception}"
)
LEVELS = {"DEBUG", "INFO", "WARNING", "ERROR", "CRITICAL"}  # Loguru knows others by number.
# What is on every record; the rest is the `extra=` of who logged.
USUAL = {*vars(logging.makeLogRecord({})), "asctime", "message", "taskName", "color_message"}
# What moves the cursor is shown, not obeyed.
CONTROLS = {code: repr(chr(code))[1:-1] for code in (*range(32), *range(127, 160), 0x2028, 0x2029)}
CONTROLS |= {ord("\t"): "\t", ord("\n"): "\n"}


class InterceptHandler(logging.Handler):
    """Hands what Python's `logging` records to Loguru."""

    def emit(self, record: logging.LogRecord) -> None:
        level = record.levelname if record.levelname in LEVELS else record.levelno
        extra = {key: value for key, value in vars(record).items() if key not in USUAL}
        named = logger.patch(lambda entry: entry.update({"name": record.name}))
        named.opt(exception=record.exc_info).bind(**extra).log(level, text_of(record))


def text_of(record: logging.LogRecord) -> str:
    try:
        stack = f"\n{record.stack_info}" if record.stack_info else ""
        return record.getMessage() + stack
    except Exception as error:  # noqa: BLE001  A wrong call to the log fails no request.
        return f"{record.msg} {record.args} ({error!r})"


def complete(redactor: Redactor, record: "Record") -> None:
    """Put in what is known of the request, and take out what nobody shall read."""
    record["message"] = redactor.redact(record["message"])
    record["extra"] = {
        "request_id": current_request_id.get(),
        "correlation_id": current_correlation_id.get(),
        **{key: redactor.redact_value(key, value) for key, value in record["extra"].items()},
    }


def to_json(redactor: Redactor, record: "Record") -> str:
    line: dict[str, object] = {
        "time": record["time"].isoformat(timespec="milliseconds"),
        "level": record["level"].name,
        "logger": record["name"],
        "message": record["message"],
    }
    if record["exception"]:
        error = "".join(format_exception(record["exception"].value))
        line["exception"] = redactor.redact(error)
    extra = {key: value for key, value in record["extra"].items() if key != "_line"}
    record["extra"]["_line"] = json.dumps(line | extra | line)
    return "{extra[_line]}\n"


def to_text(record: "Record") -> str:
    ids = {"request_id", "correlation_id"}
    extra = [f"{key}={value}" for key, value in record["extra"].items() if key not in ids]
    record["extra"]["_line"] = " ".join([record["message"], *extra]).translate(CONTROLS)
    return TEXT


def write_json(message: "Message") -> None:
    sys.stderr.write(message)


def write_text(redactor: Redactor, message: "Message") -> None:
    """Only a record begins at the margin, whatever stands in it. A traceback may show values."""
    text = redactor.redact(message.rstrip("\n"))
    sys.stderr.write(text.replace("\n", "\n    ") + "\n")


def configure_logging(settings: Settings) -> None:
    redactor = Redactor(settings)
    is_local = not settings.is_production
    logger.remove()
    logger.configure(patcher=partial(complete, redactor))
    logger.add(
        partial(write_text, redactor) if is_local else write_json,
        format=to_text if is_local else partial(to_json, redactor),
        level=settings.log_level,
        colorize=is_local and sys.stderr.isatty() and "NO_COLOR" not in os.environ,
        diagnose=is_local,  # It shows the values of variables.
    )
    if settings.log_file:
        logger.add(
            LogFile(settings),
            format=partial(to_json, redactor),
            level=settings.log_level,
            diagnose=False,
        )
    intercept(settings.log_level)
    log_statements(settings)


def intercept(level: str) -> None:
    """All that is logged goes one way: who has a console of its own would write it twice."""
    consoles = (sys.stdout, sys.stderr, sys.__stdout__, sys.__stderr__)
    known = logging.root.manager.loggerDict.values()
    for each in [logging.root, *(each for each in known if isinstance(each, logging.Logger))]:
        for handler in each.handlers[:]:
            if isinstance(handler, InterceptHandler) or getattr(handler, "stream", 0) in consoles:
                each.removeHandler(handler)
                each.propagate = True
    logging.root.addHandler(InterceptHandler())
    logging.root.setLevel(level)
    # uvicorn writes no line of its own for a request when nobody listens.
    logging.getLogger("uvicorn.access").propagate = False


def log_statements(settings: Settings) -> None:
    logging.getLogger("aiosqlite").setLevel("WARNING")  # It says all of them, with parameters.
    logging.getLogger("sqlalchemy").setLevel("WARNING")
    logging.getLogger("sqlalchemy.engine").setLevel("INFO" if settings.log_sql else "WARNING")
    listener = (Engine, "engine_connect", hide_parameters)
    if event.contains(*listener):
        event.remove(*listener)
    if settings.is_production:
        event.listen(*listener)


def hide_parameters(connection: Connection) -> None:
    """Of statements, and of errors of the database."""
    connection.engine.hide_parameters = True
