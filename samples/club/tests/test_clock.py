"""Moments in the database: in UTC, whatever their zone was."""

import datetime as dt

import pytest
from sqlalchemy.engine.default import DefaultDialect

from app.db.types import UtcDateTime

DIALECT = DefaultDialect()
HERE = dt.timezone(dt.timedelta(hours=2))
NOON = dt.datetime(2026, 1, 31, 12, tzinfo=HERE)


def test_a_moment_is_kept_in_utc() -> None:
    stored = UtcDateTime().process_bind_param(NOON, DIALECT)
    assert stored == NOON
    assert stored.tzinfo is dt.UTC
    assert UtcDateTime().process_result_value(stored.replace(tzinfo=None), DIALECT) == NOON
    with pytest.raises(ValueError, match="time zone"):
        UtcDateTime().process_bind_param(NOON.replace(tzinfo=None), DIALECT)
