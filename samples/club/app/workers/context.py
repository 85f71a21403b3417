"""What a task knows of the request that left it: it travels in the headers of its message."""

from contextvars import ContextVar, Token
from typing import Any

from celery import Task

from app.core.correlation_id import current_correlation_id
from app.core.request_id import current_request_id

CONTEXT: dict[str, ContextVar[str]] = {
    "correlation_id": current_correlation_id,
    "request_id": current_request_id,
}

# By the id of a task: what there was before it.
ENTERED: dict[str, list[tuple[ContextVar[str], Token[str]]]] = {}


def send_context(headers: dict[str, Any], **_: object) -> None:
    """What is there already is of the first try."""
    headers.setdefault("context", {name: variable.get() for name, variable in CONTEXT.items()})


def enter_context(task: Task[..., Any], task_id: str, **_: object) -> None:
    """A task that runs where it is called has no message: it knows what its caller knows."""
    sent: dict[str, str] = (task.request.headers or {}).get("context", {})
    ENTERED[task_id] = [
        (variable, variable.set(sent[name])) for name, variable in CONTEXT.items() if name in sent
    ]


def leave_context(task_id: str, **_: object) -> None:
    for variable, token in ENTERED.pop(task_id):
        variable.reset(token)
