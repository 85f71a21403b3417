import datetime as dt
from typing import Any

import pytest
from pydantic import TypeAdapter, ValidationError

from app.core.fields import Email, Moment, Text


@pytest.mark.parametrize(
    ("kind", "given", "value"),
    [
        (Email, "Ada@Example.org", "ada@example.org"),
        (Moment, "2026-01-31T12:00:00+02:00", dt.datetime(2026, 1, 31, 10, tzinfo=dt.UTC)),
        (Text, "", ""),
        (Text, "a\n", "a\n"),
    ],
)
def test_what_is_taken(kind: Any, given: object, value: object) -> None:
    assert TypeAdapter(kind).validate_python(given) == value


@pytest.mark.parametrize(
    ("kind", "given"),
    [
        (Email, "ada"),
        (Email, "a b@example.org"),
        (Moment, "2026-01-31T12:00:00"),
        (Moment, "0001-01-01T00:00:00+01:00"),
        (Text, "a\0"),
    ],
)
def test_what_is_refused(kind: Any, given: object) -> None:
    with pytest.raises(ValidationError):
        TypeAdapter(kind).validate_python(given)
