import logging

import pytest

from app.core.request_id import current_request_id
from app.core.settings import Settings
from app.factory import create_app


def test_a_record_carries_the_request_id(
    settings: Settings, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    with monkeypatch.context() as patch:
        # A new process has no handlers; those here are of pytest.
        patch.setattr(logging.getLogger(), "handlers", [])
        create_app(settings)
        token = current_request_id.set("order-7")
        logging.getLogger("till").info("paid")
        logging.getLogger("till").debug("not this")
        current_request_id.reset(token)
        logging.getLogger("till").warning("later")

    [first, second] = capsys.readouterr().err.splitlines()
    assert first.endswith(" INFO till [order-7] paid")
    assert second.endswith(" WARNING till [-] later")
