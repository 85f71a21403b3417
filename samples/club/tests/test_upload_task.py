"""The task that takes in files."""

import hashlib
from pathlib import Path
from uuid import uuid4

import pytest

from app.workers.tasks.upload import RefusedUploadError, upload_task

CONTENT = b"a picture"
SHA256 = hashlib.sha256(CONTENT).hexdigest()


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("UPLOAD_FOLDER", str(tmp_path / "uploads"))
    (tmp_path / "uploads/incoming").mkdir(parents=True)
    return tmp_path / "uploads"


@pytest.fixture
def name(folder: Path) -> str:
    """What a request has received."""
    name = uuid4().hex
    (folder / "incoming" / name).write_bytes(CONTENT)
    return name


def files_in(folder: Path) -> dict[str, bytes]:
    paths = [path for path in folder.rglob("*") if path.is_file()]
    return {str(path.relative_to(folder)): path.read_bytes() for path in paths}


def test_a_file_gets_its_place_once(folder: Path, name: str) -> None:
    for _ in range(2):
        upload_task.delay(name, size=len(CONTENT), sha256=SHA256).get()
        assert files_in(folder) == {f"{SHA256[:2]}/{SHA256}": CONTENT}


def test_a_file_that_comes_again_is_one(folder: Path, name: str) -> None:
    upload_task.delay(name, size=len(CONTENT), sha256=SHA256).get()
    (folder / "incoming" / name).write_bytes(CONTENT)
    upload_task.delay(name, size=len(CONTENT), sha256=SHA256).get()
    assert len(files_in(folder)) == 1


@pytest.mark.parametrize(("size", "sha256"), [(8, SHA256), (len(CONTENT), "0" * 64)])
def test_a_file_that_is_another_is_dropped(folder: Path, name: str, size: int, sha256: str) -> None:
    with pytest.raises(RefusedUploadError, match=name):
        upload_task.delay(name, size=size, sha256=sha256).get()
    assert files_in(folder) == {}


@pytest.mark.parametrize(
    ("name", "sha256"), [("../../secret", SHA256), ("0" * 32, f"../{'0' * 61}"), ("0" * 33, SHA256)]
)
def test_no_name_leads_out_of_the_folder(folder: Path, name: str, sha256: str) -> None:
    (folder.parent / "secret").write_bytes(CONTENT)
    with pytest.raises(RefusedUploadError, match="hexadecimal"):
        upload_task.delay(name, size=len(CONTENT), sha256=sha256).get()
    assert (folder.parent / "secret").exists()


def test_a_file_that_nobody_received_is_an_error(folder: Path) -> None:
    with pytest.raises(FileNotFoundError):
        upload_task.delay("0" * 32, size=len(CONTENT), sha256=SHA256).get()
