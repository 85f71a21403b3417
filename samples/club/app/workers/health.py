"""Whether the worker beside is well: `python -m app.workers.health` ends with 0.

It imports nothing of Celery, which would take longer than the answer may.
"""

import sys
import tempfile
import time
from pathlib import Path

SECONDS = 30

HEARTBEAT = Path(tempfile.gettempdir()) / "celery-worker.heartbeat"


def note_heartbeat(**_: object) -> None:
    HEARTBEAT.touch()


def is_well() -> bool:
    return HEARTBEAT.exists() and time.time() - HEARTBEAT.stat().st_mtime < SECONDS


if __name__ == "__main__":
    sys.exit(not is_well())
