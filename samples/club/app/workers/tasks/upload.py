"""Takes in a file that a request has received: `upload_task.s(name, size=..., sha256=...)`.

The request has written it to `incoming` in UPLOAD_FOLDER, under a name of its own: `uuid4().hex`.
"""

import hashlib
import re
from pathlib import Path

from app.core.settings import Settings
from app.workers.celery_app import celery


class RefusedUploadError(ValueError):
    """A file is not what its sender said."""


@celery.task
def upload_task(name: str, size: int, sha256: str) -> None:
    """Its place is named after what is in it: who comes twice finds that it is there."""
    if not re.fullmatch("[0-9a-f]{32}", name) or not re.fullmatch("[0-9a-f]{64}", sha256):
        raise RefusedUploadError("This is no name and SHA-256 in hexadecimal digits")
    folder = Settings().upload_folder
    received, place = folder / "incoming" / name, folder / sha256[:2] / sha256
    try:
        refuse_another(received, size, sha256)
        place.parent.mkdir(parents=True, exist_ok=True)
        received.replace(place)
    except FileNotFoundError:
        if not place.exists():
            raise


def refuse_another(received: Path, size: int, sha256: str) -> None:
    """The size first: of what is too long, nothing is read."""
    if received.stat().st_size == size:
        with received.open("rb") as file:
            if hashlib.file_digest(file, "sha256").hexdigest() == sha256:
                return
    received.unlink()
    raise RefusedUploadError(f"{received.name} is not what its sender said")
