"""The log file, which any number of processes write."""

import logging
from pathlib import Path

from concurrent_log_handler import ConcurrentRotatingFileHandler

from app.core.settings import Settings


class LogFile:
    """A sink of Loguru. No process loses a line while another one begins a new file."""

    def __init__(self, settings: Settings) -> None:
        Path(settings.log_file).parent.mkdir(parents=True, exist_ok=True)
        self.handler = ConcurrentRotatingFileHandler(
            settings.log_file,
            maxBytes=settings.log_file_bytes,
            backupCount=settings.log_file_retention,
            encoding="utf-8",
            use_gzip=True,
        )

    def write(self, line: str) -> None:
        self.handler.handle(logging.makeLogRecord({"msg": line.rstrip("\n")}))

    def stop(self) -> None:
        self.handler.close()
