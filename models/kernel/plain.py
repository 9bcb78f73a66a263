"""Frozen facts as JSON and back: what was true at one moment, kept until somebody needs it."""

from dataclasses import fields, is_dataclass
from datetime import date, datetime
from enum import Enum
from types import UnionType
from typing import Any, TypeVar, get_args, get_origin, get_type_hints

import orjson

T = TypeVar("T")


def plain(facts: Any) -> dict[str, Any]:
    """A dataclass as JSON has it: days and instants in ISO 8601, tuples as lists."""
    found: dict[str, Any] = orjson.loads(orjson.dumps(facts))
    return found


def restored(type_: type[T], data: dict[str, Any]) -> T:
    """The dataclass that `plain` was given. Its fields are texts, numbers, days, instants, enums, tuples, dataclasses."""
    hints = get_type_hints(type_)
    return type_(**{one.name: _value(hints[one.name], data[one.name]) for one in fields(type_)})  # type: ignore[arg-type]  # T is a dataclass


def _value(hint: Any, value: Any) -> Any:
    if value is None:
        return None
    if get_origin(hint) is UnionType:
        (hint,) = (one for one in get_args(hint) if one is not type(None))
    if get_origin(hint) is tuple:
        return tuple(_value(get_args(hint)[0], one) for one in value)
    if is_dataclass(hint) and isinstance(hint, type):
        return restored(hint, value)
    if hint in {date, datetime}:
        return hint.fromisoformat(value)
    return hint(value) if isinstance(hint, type) and issubclass(hint, Enum) else value
