import gzip
import json
import logging
from pathlib import Path

import pytest
from loguru import logger

from app.core.logging import configure_logging
from app.core.settings import Settings


@pytest.mark.parametrize("environment", ["development", "production"])
def test_a_file_is_rotated_compressed_and_not_kept_for_ever(
    settings: Settings, tmp_path: Path, environment: str
) -> None:
    update = {
        "environment": environment,
        "log_file": str(tmp_path / "logs" / "app.log"),
        "log_file_rotation": "1 KB",
        "log_file_retention": 2,
    }
    configure_logging(settings.model_copy(update=update))
    for number in range(40):
        logging.getLogger("till").warning("paid %s", number, extra={"token": "hunter2"})
    logger.remove()

    files = sorted((tmp_path / "logs").iterdir())
    assert len(files) == 3
    [last] = [path for path in files if path.name == "app.log"]
    older = [gzip.decompress(path.read_bytes()) for path in files if path.suffix == ".gz"]
    lines = [json.loads(line) for line in b"".join([*older, last.read_bytes()]).splitlines()]
    assert len(older) == 2
    numbers = range(40 - len(lines), 40)
    assert [line["message"] for line in lines] == [f"paid {number}" for number in numbers]
    assert {line["token"] for line in lines} == {"***"}


def test_a_wrong_rotation_does_not_boot(settings: Settings, tmp_path: Path) -> None:
    update = {"log_file": str(tmp_path / "app.log"), "log_file_rotation": "seldom"}
    with pytest.raises(ValueError, match="seldom"):
        configure_logging(settings.model_copy(update=update))
