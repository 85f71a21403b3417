import re
from pathlib import Path

import pytest
from pydantic import ValidationError

from app.core.settings import Settings

EXAMPLE = Path(__file__).parent.parent / ".env.example"


def test_the_environment_is_read(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CORS_ORIGINS", '["https://site.example"]')
    assert Settings().cors_origins == ["https://site.example"]


def test_nothing_said_means_production() -> None:
    assert Settings().is_production


def test_a_local_env_file_is_read_and_may_hold_more() -> None:
    Path(".env").write_text("LOG_LEVEL=ERROR\nCOMPOSE_PROJECT_NAME=x\n", encoding="utf-8")
    assert Settings().log_level == "ERROR"


def test_the_example_names_every_setting() -> None:
    names = re.findall(r"^(\w+)=", EXAMPLE.read_text(encoding="utf-8"), re.MULTILINE)
    assert {name.lower() for name in names} >= set(Settings.model_fields)


def test_the_example_shows_the_defaults_and_a_local_environment() -> None:
    assert Settings(_env_file=EXAMPLE) == Settings(environment="development")


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("ENVIRONMENT", "staging"),
        ("LOG_LEVEL", "LOUD"),
        ("MAX_BODY_SIZE", "1 MB"),
    ],
)
def test_a_wrong_value_does_not_boot_and_is_not_shown(
    monkeypatch: pytest.MonkeyPatch, name: str, value: str
) -> None:
    monkeypatch.setenv(name, value)
    with pytest.raises(ValidationError, match=name.lower()) as error:
        Settings()
    assert value not in str(error.value)


def test_credentials_from_anywhere_do_not_boot() -> None:
    with pytest.raises(ValidationError, match="needs named origins"):
        Settings(cors_origins=["*"], cors_allow_credentials=True)


def test_settings_do_not_change_while_running(settings: Settings) -> None:
    with pytest.raises(ValidationError, match="frozen"):
        settings.log_level = "DEBUG"  # type: ignore[misc]
