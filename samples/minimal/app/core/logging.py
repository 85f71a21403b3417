"""Logging: each record on stderr, with the id of the request that it belongs to."""

import logging

from app.core.request_id import current_request_id
from app.core.settings import Settings

FORMAT = "%(asctime)s %(levelname)s %(name)s [%(request_id)s] %(message)s"


def add_request_id(record: logging.LogRecord) -> bool:
    record.request_id = current_request_id.get()
    return True


def configure_logging(settings: Settings) -> None:
    """Set up the root logger, unless whoever runs the application has done so."""
    handler = logging.StreamHandler()
    handler.addFilter(add_request_id)
    logging.basicConfig(level=settings.log_level, format=FORMAT, handlers=[handler])
