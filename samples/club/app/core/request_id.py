"""The id of the request that is being answered, for logs and error answers."""

import re
from contextvars import ContextVar
from uuid import uuid4

current_request_id: ContextVar[str] = ContextVar("current_request_id", default="-")


def choose_request_id(offered: str | None) -> str:
    """The client's id when it is safe to log and to send back, else a new one."""
    if offered and re.fullmatch(r"[A-Za-z0-9._-]{1,64}", offered):
        return offered
    return uuid4().hex
