"""The id of what a request belongs to: one in all services that take part in it."""

from contextvars import ContextVar

from app.core.request_id import choose_request_id, current_request_id

current_correlation_id: ContextVar[str] = ContextVar("current_correlation_id", default="-")


def choose_correlation_id(offered: str | None) -> str:
    """The client's when it is as safe as a request id must be, else the request id."""
    is_safe = choose_request_id(offered) == offered
    return offered if offered and is_safe else current_request_id.get()
