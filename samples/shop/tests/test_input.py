import datetime as dt
import json
from typing import Any

import pytest
from pydantic import TypeAdapter, ValidationError

from app.core.fields import Base64, Email, Int32, Int64, Json, Moment, Slug, Text, TimeOfDay, Url


@pytest.mark.parametrize(
    ("kind", "given", "value"),
    [
        (Base64, "aGk=", b"hi"),
        (Email, "Ada@Example.org", "ada@example.org"),
        (Int32, -(2**31), -(2**31)),
        (Int32, 2**31 - 1, 2**31 - 1),
        (Int64, -(2**63), -(2**63)),
        (Int64, 2**63 - 1, 2**63 - 1),
        (Json, {"a": [1, None]}, {"a": [1, None]}),
        (Json, [], []),
        (Json, json.loads("[" * 31 + "]" * 31), json.loads("[" * 31 + "]" * 31)),
        (Moment, "2026-01-31T12:00:00+02:00", dt.datetime(2026, 1, 31, 10, tzinfo=dt.UTC)),
        (Slug, "a-1", "a-1"),
        (Text, "", ""),
        (Text, "a\n", "a\n"),
        (TimeOfDay, "12:30:00Z", dt.time(12, 30, tzinfo=dt.UTC)),
        (Url, "http://example.org", "http://example.org"),
        (Url, "https://example.org/a?b=c#d", "https://example.org/a?b=c#d"),
    ],
)
def test_what_is_taken(kind: Any, given: object, value: object) -> None:
    assert TypeAdapter(kind).validate_python(given) == value


@pytest.mark.parametrize(
    ("kind", "given"),
    [
        (Base64, "a"),
        (Base64, "?"),
        (Base64, 1),
        (Email, "ada"),
        (Email, "a b@example.org"),
        (Int32, -(2**31) - 1),
        (Int32, 2**31),
        (Int64, -(2**63) - 1),
        (Int64, 2**63),
        (Json, "text"),
        (Json, None),
        (Json, [float("nan")]),
        (Json, ["\ud800"]),
        (Json, json.loads("[" * 32 + "]" * 32)),
        (Json, json.loads("[" * 300 + "]" * 300)),
        (Moment, "2026-01-31T12:00:00"),
        (Moment, "0001-01-01T00:00:00+01:00"),
        (Slug, "A"),
        (Slug, "a--b"),
        (Slug, "-"),
        (Slug, ""),
        (Text, "a\0"),
        (TimeOfDay, "12:30:00"),
        (TimeOfDay, "25:00:00Z"),
        (Url, "ftp://example.org"),
        (Url, "https://"),
        (Url, "https://example.org/\0"),
    ],
)
def test_what_is_refused(kind: Any, given: object) -> None:
    with pytest.raises(ValidationError):
        TypeAdapter(kind).validate_python(given)
