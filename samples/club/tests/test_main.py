import runpy

import pytest


def test_uvicorn_finds_an_application_with_the_settings_of_its_environment(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("ENVIRONMENT", "development")
    app = runpy.run_module("app.main")["app"]
    assert not app.state.settings.is_production
