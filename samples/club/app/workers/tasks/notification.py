"""Tells another system what has happened: `notification_task.s("order.paid", {"id": 7})`.

X-Signature is the HMAC-SHA-256, by NOTIFICATION_KEY, of X-Timestamp, a dot and the body.
What comes again, because nobody knows whether it arrived, has the same Idempotency-Key.
"""

import hmac
import json
import logging
import time
from typing import Any

import httpx2
from celery import Task

from app.core.settings import Settings
from app.workers.celery_app import celery

TIMEOUT_SECONDS = 10.0

logger = logging.getLogger(__name__)


class NotTakenError(Exception):
    """The other system does not take a notification."""


class BusyError(NotTakenError):
    """It may do so later."""


@celery.task(bind=True, autoretry_for=(httpx2.TransportError, BusyError), max_retries=10)
def notification_task(self: Task[..., None], event: str, content: dict[str, Any]) -> None:
    url = str(Settings().notification_url)
    if url == "console:":
        logger.info("Notification: %s", event)
        return
    body = json.dumps({"event": event, "content": content}).encode()
    headers = {"Content-Type": "application/json", "Idempotency-Key": str(self.request.id)}
    # Nowhere else: no redirect is followed. What is answered is not read.
    with httpx2.stream(
        "POST", url, content=body, headers=headers | sign(body), timeout=TIMEOUT_SECONDS
    ) as answer:
        if answer.status_code == httpx2.codes.TOO_MANY_REQUESTS or answer.is_server_error:
            raise BusyError(f"The answer was {answer.status_code}")
        if not answer.is_success:
            raise NotTakenError(f"The answer was {answer.status_code}")


def sign(body: bytes) -> dict[str, str]:
    key = Settings().notification_key.get_secret_value().encode()
    timestamp = str(int(time.time()))
    signature = hmac.new(key, f"{timestamp}.".encode() + body, "sha256").hexdigest()
    return {"X-Timestamp": timestamp, "X-Signature": signature}
