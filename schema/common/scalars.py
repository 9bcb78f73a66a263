"""Scalars: times with their offset (China's), dates, cursors, addresses."""

from datetime import date, datetime, timedelta, timezone
from typing import Any, NewType

import strawberry
from graphql import GraphQLError
from strawberry.types.scalar import ScalarDefinition

CHINA = timezone(timedelta(hours=8))

Cursor = NewType("Cursor", str)
"""A place in the journal as clients hold it: opaque, signed; written and read by `Context.cursors`."""

URL = NewType("URL", str)


def write_time(value: datetime) -> str:
    """ISO 8601 with China's offset. :raises ValueError: a time without zone, which nobody can place."""
    if value.tzinfo is None:
        raise ValueError(f"a time without zone: {value}")
    return value.astimezone(CHINA).isoformat()


def read_time(value: Any) -> datetime:
    """:raises GraphQLError: not ISO 8601, or without an offset."""
    try:
        moment = datetime.fromisoformat(value)
    except (TypeError, ValueError):
        moment = datetime.min
    if moment.tzinfo is None:
        raise GraphQLError(f"时间应写成带时区偏移的 ISO 8601，例如 2025-06-01T08:00:00+08:00，收到 {value!r}")
    return moment


def read_date(value: Any) -> date:
    """:raises GraphQLError: not an ISO 8601 date."""
    try:
        return date.fromisoformat(value)
    except (TypeError, ValueError):
        raise GraphQLError(f"日期应写成 ISO 8601，例如 2025-06-01，收到 {value!r}") from None


def read_text(value: Any) -> str:
    """:raises GraphQLError: not a text."""
    if not isinstance(value, str):
        raise GraphQLError(f"应为文字，收到 {value!r}")
    return value


SCALARS: dict[object, ScalarDefinition] = {
    datetime: strawberry.scalar(
        name="DateTime",
        description="时间点，ISO 8601，带时区偏移",
        serialize=write_time,
        parse_value=read_time,
    ),
    date: strawberry.scalar(
        name="Date", description="日期，ISO 8601，中国时间", serialize=date.isoformat, parse_value=read_date
    ),
    Cursor: strawberry.scalar(
        name="Cursor",
        description="日志游标：不透明、已签名、按提交先后",
        serialize=str,
        parse_value=read_text,
    ),
    URL: strawberry.scalar(
        name="URL", description="网址，短时有效的下载地址带票据", serialize=str, parse_value=read_text
    ),
}
"""What `strawberry_config` maps types to."""
