"""Types of fields in requests. What they let through, the database can hold."""

import base64
import binascii
import datetime as dt
import json
from typing import Annotated, Any

from pydantic import (
    AfterValidator,
    AnyHttpUrl,
    AwareDatetime,
    BeforeValidator,
    EmailStr,
    Field,
    JsonValue,
    PlainSerializer,
    TypeAdapter,
    WithJsonSchema,
)

Int32 = Annotated[int, Field(ge=-(2**31), le=2**31 - 1)]
Int64 = Annotated[int, Field(ge=-(2**63), le=2**63 - 1)]
# Not every database has a place for the character NUL.
Text = Annotated[str, Field(pattern=r"^[^\x00]*$")]
Slug = Annotated[str, Field(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$")]
# In one spelling, because some databases take no notice of case.
Email = Annotated[EmailStr, AfterValidator(str.lower)]


URL = TypeAdapter(AnyHttpUrl)


def check_url(text: str) -> str:
    URL.validate_python(text)
    return text


# Kept as it is written: a URL that is parsed and printed again may differ.
Url = Annotated[str, Field(pattern=r"^https?://[^\s\x00-\x1f\x7f]+$"), AfterValidator(check_url)]


def to_utc(moment: dt.datetime) -> dt.datetime:
    try:
        return moment.astimezone(dt.UTC)
    except OverflowError as error:
        raise ValueError("The year in UTC is not one of 1 to 9999") from error


Moment = Annotated[AwareDatetime, AfterValidator(to_utc)]


def check_zone(time: dt.time) -> dt.time:
    if time.tzinfo is None:
        raise ValueError("The time needs its zone, as in 12:30:00Z")
    return time


TimeOfDay = Annotated[dt.time, AfterValidator(check_zone)]


JSON = TypeAdapter[JsonValue](JsonValue)


def depth_of(value: Any) -> int:
    inner = [*value.values()] if isinstance(value, dict) else value
    return 1 + max(map(depth_of, inner), default=0) if isinstance(inner, list) else 0


def check_json(value: Any) -> Any:
    """JSON has neither NaN nor halves of characters, though Python reads them."""
    json.dumps(JSON.validate_python(value), allow_nan=False, ensure_ascii=False).encode()
    if depth_of(value) > 31:
        raise ValueError("More than 31 levels: not every database takes them")
    return value


Json = Annotated[dict[str, Any] | list[Any], AfterValidator(check_json)]


def decode_base64(text: Any) -> bytes:
    try:
        return base64.b64decode(text, validate=True)
    except (TypeError, binascii.Error) as error:
        raise ValueError("The value is not base64") from error


def encode_base64(value: bytes) -> str:
    return base64.b64encode(value).decode()


BASE64 = WithJsonSchema({"type": "string", "contentEncoding": "base64"})
Base64 = Annotated[bytes, BeforeValidator(decode_base64), BASE64]
Base64Out = Annotated[bytes, PlainSerializer(encode_base64), BASE64]
