"""Values as a plan reads them: a column as the driver gives it, as Python means it, and as JSON shows it."""

from collections.abc import Callable
from datetime import date, datetime
from functools import lru_cache
from typing import Any

import orjson
from graphql import GraphQLEnumType, GraphQLLeafType, Undefined
from tortoise import fields
from tortoise.fields.data import CharEnumFieldInstance

from models.kernel.dialect import Dialect
from schema.common.scalars import write_time
from schema.plans.troubles import Unexpected

Turn = Callable[[Any], Any]

UTC, IN_CHINA = "+00:00", "+08:00"
HOUR = len("2026-11-20 04")
KEPT_HOURS = 8192
"""Nearly a year of them."""

TEXTS = (fields.CharField, fields.TextField)
PLAIN = (*TEXTS, fields.IntField, fields.SmallIntField, fields.BigIntField)
TIMES = (fields.DatetimeField, fields.DateField)
PASSED: dict[str, type] = {"String": str, "ID": str, "Boolean": bool, "Float": float}
"""Scalars whose values of exactly that type are shown as they are."""


def leaf(type_: GraphQLLeafType) -> Turn:
    """Shows a Python value as graphql-core does. :raises Unexpected: it cannot be shown, or is None."""

    def show(value: Any) -> Any:
        shown = None if value is None else type_.coerce_output_value(value)
        if shown is None or shown is Undefined:
            raise Unexpected(f"{type_.name}: {value!r}")
        return shown

    return show


def names_of(type_: GraphQLEnumType) -> dict[Any, str]:
    """Members of an enumeration, and the texts that columns keep of them, by the name that is shown."""
    table: dict[Any, str] = {}
    for name, shown in type_.values.items():
        table[shown.value] = name
    wrapped = getattr(type_, "wrapped_cls", None)
    for member in wrapped or ():
        table[member] = type_.coerce_output_value(member)
    return table


def python_value(field: Any, speech: Dialect) -> Turn | None:
    """Turns what the driver gives for a column into what the ORM would give; None where they are the same."""
    kind = type(field)
    if kind is CharEnumFieldInstance:
        return {member.value: member for member in field.enum_type}.__getitem__
    if kind is fields.JSONField:
        return _json
    if kind in PLAIN or (speech.postgres and kind in (fields.BooleanField, *TIMES)):
        return None
    if kind is fields.BooleanField:
        return bool
    if kind is fields.DatetimeField:
        return datetime.fromisoformat
    turn: Turn = date.fromisoformat if kind is fields.DateField else field.to_python_value
    return turn


def shown_column(field: Any, type_: GraphQLLeafType, speech: Dialect) -> Turn | None:
    """Shows what the driver gives for a column: by `as_it_is`, by another function; None: decode it and use `leaf`."""
    kind = type(field)
    if isinstance(type_, GraphQLEnumType) and kind is CharEnumFieldInstance:
        show = leaf(type_)
        return {member.value: show(member) for member in field.enum_type}.__getitem__
    if isinstance(type_, GraphQLEnumType):
        return names_of(type_).__getitem__ if kind in TEXTS else None
    return (SHOWN_ON_POSTGRES if speech.postgres else SHOWN_ON_SQLITE).get((type_.name, kind))


def as_it_is(value: Any) -> Any:
    """What the driver gives is what is shown."""
    return value


def _shown_time(kept: str) -> str:
    """A time as SQLite keeps it, `2026-11-20 04:05:06.000007+00:00`: in China all up to the hour is another."""
    if kept.endswith(UTC):
        return f"{_shown_hour(kept[:HOUR])}{kept[HOUR : -len(UTC)]}{IN_CHINA}"
    return write_time(datetime.fromisoformat(kept))


@lru_cache(maxsize=KEPT_HOURS)
def _shown_hour(hour: str) -> str:
    return write_time(datetime.fromisoformat(f"{hour}:00{UTC}"))[:HOUR]


def _json(kept: Any) -> Any:
    return orjson.loads(kept) if isinstance(kept, str | bytes) else kept


ALIKE: dict[tuple[str, type], Turn] = {
    **{(name, kind): as_it_is for name in ("String", "ID") for kind in TEXTS},
    ("Int", fields.IntField): as_it_is,
    ("Int", fields.SmallIntField): as_it_is,
}
SHOWN_ON_SQLITE: dict[tuple[str, type], Turn] = ALIKE | {
    ("Boolean", fields.BooleanField): bool,
    ("Date", fields.DateField): as_it_is,
    ("DateTime", fields.DatetimeField): _shown_time,
}
SHOWN_ON_POSTGRES: dict[tuple[str, type], Turn] = ALIKE | {
    ("Boolean", fields.BooleanField): as_it_is,
    ("Date", fields.DateField): date.isoformat,
    ("DateTime", fields.DatetimeField): write_time,
}
