import gzip
import json
import logging
from pathlib import Path
from typing import Any

import pytest
from loguru import logger

from app.core.log_file import LogFile
from app.core.logging import configure_logging
from app.core.settings import Settings


def read_lines(folder: Path) -> list[bytes]:
    older = [gzip.decompress(path.read_bytes()) for path in folder.glob("app.log.*.gz")]
    return b"".join([*older, (folder / "app.log").read_bytes()]).splitlines()


@pytest.mark.parametrize("environment", ["development", "production"])
def test_a_file_is_compressed_when_it_is_large_and_not_kept_for_ever(
    settings: Settings, tmp_path: Path, environment: str
) -> None:
    update = {
        "environment": environment,
        "log_file": str(tmp_path / "logs" / "app.log"),
        "log_file_bytes": 1000,
        "log_file_retention": 2,
    }
    configure_logging(settings.model_copy(update=update))
    for number in range(40):
        logging.getLogger("till").warning("paid %s", number, extra={"token": "hunter2"})
    logger.remove()

    lines: list[dict[str, Any]] = [json.loads(line) for line in read_lines(tmp_path / "logs")]
    assert len(list((tmp_path / "logs").glob("app.log.*.gz"))) == 2
    numbers = range(40 - len(lines), 40)
    assert sorted(line["message"] for line in lines) == sorted(f"paid {each}" for each in numbers)
    assert {line["token"] for line in lines} == {"***"}


def test_who_else_writes_the_file_loses_nothing_when_a_new_one_begins(
    settings: Settings, tmp_path: Path
) -> None:
    update = {
        "log_file": str(tmp_path / "app.log"),
        "log_file_bytes": 100,
        "log_file_retention": 100,
    }
    writers = [LogFile(settings.model_copy(update=update)) for _ in range(3)]
    for number in range(90):
        writers[number % 3].write(f"{number}\n")
    for writer in writers:
        writer.stop()

    assert sorted(map(int, read_lines(tmp_path))) == [*range(90)]


def test_a_file_that_was_moved_away_is_begun_again(settings: Settings, tmp_path: Path) -> None:
    file = tmp_path / "app.log"
    configure_logging(settings.model_copy(update={"log_file": str(file)}))
    logging.getLogger("till").warning("paid")
    file.rename(tmp_path / "older.log")
    logging.getLogger("till").warning("paid again")
    logger.remove()
    assert json.loads(file.read_text("utf-8"))["message"] == "paid again"
