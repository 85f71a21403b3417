"""Column types that the database alone does not have."""

import datetime as dt
from enum import StrEnum

from sqlalchemy import DateTime, Dialect, Enum, Time, TypeDecorator


class UtcDateTime(TypeDecorator[dt.datetime]):
    """A moment in UTC: not every database keeps the zone."""

    impl = DateTime()
    cache_ok = True

    def process_bind_param(
        self,
        value: dt.datetime | None,
        dialect: Dialect,  # noqa: ARG002
    ) -> dt.datetime | None:
        if value is None:
            return None
        if value.tzinfo is None:
            raise ValueError("A moment needs its time zone")
        return value.astimezone(dt.UTC)

    def process_result_value(
        self,
        value: dt.datetime | None,
        dialect: Dialect,  # noqa: ARG002
    ) -> dt.datetime | None:
        return None if value is None else value.replace(tzinfo=dt.UTC)


class UtcTime(TypeDecorator[dt.time]):
    """A time of day in UTC, stored without its zone."""

    impl = Time()
    cache_ok = True

    def process_bind_param(
        self,
        value: dt.time | None,
        dialect: Dialect,  # noqa: ARG002
    ) -> dt.time | None:
        if value is None:
            return None
        if value.tzinfo is None:
            raise ValueError("A time of day needs its time zone")
        # Any day will do: in UTC the clocks are never changed.
        return dt.datetime.combine(dt.date(2000, 1, 1), value).astimezone(dt.UTC).time()

    def process_result_value(
        self,
        value: dt.time | None,
        dialect: Dialect,  # noqa: ARG002
    ) -> dt.time | None:
        return None if value is None else value.replace(tzinfo=dt.UTC)


def text_enum(enum: type[StrEnum], *, name: str, length: int = 32) -> Enum:
    """The values as text, with a check: a type of the database itself would outlive its table."""
    return Enum(
        enum,
        name=name,
        length=length,
        native_enum=False,
        create_constraint=True,
        values_callable=lambda members: [member.value for member in members],
    )
