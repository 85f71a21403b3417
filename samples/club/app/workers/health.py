"""Whether worker or beat is well: `python -m app.workers.health worker` ends with 0.

It imports nothing of Celery, which would take longer than the answer may.
"""

import sys
import tempfile
import time
from pathlib import Path

SECONDS = 30


def heartbeat_of(process: str) -> Path:
    return Path(tempfile.gettempdir()) / f"celery-{process}.heartbeat"


def note_heartbeat(process: str) -> None:
    heartbeat_of(process).touch()


def is_well(process: str) -> bool:
    heartbeat = heartbeat_of(process)
    return heartbeat.exists() and time.time() - heartbeat.stat().st_mtime < SECONDS


if __name__ == "__main__":
    sys.exit(not is_well(sys.argv[1]))
