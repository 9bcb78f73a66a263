"""A table as the bulk loader writes it: the columns it varies, and a constant for each other column."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime
from enum import Enum
from typing import Any

from tortoise.models import Model

Put = Callable[[Any], Any]
"""A Python value as the driver of one database takes it."""


@dataclass(frozen=True)
class Target:
    """Rows of one model; each row gives the values of `varied`, in that order."""

    model: type[Model]
    varied: tuple[str, ...]

    @property
    def name(self) -> str:
        return str(self.model._meta.db_table)

    def columns(self) -> list[str]:
        """Database columns: the varied ones, then the constant ones."""
        known = self.model._meta.fields_db_projection
        return [known.get(name, name) for name in (*self.varied, *self._others())]

    def constants(self, put: Put) -> tuple[Any, ...]:
        """Defaults of the columns that the loader leaves alone."""
        return tuple(put(_default(self.model, name)) for name in self._others())

    def _others(self) -> list[str]:
        """Without a key that the database gives."""
        meta = self.model._meta
        return [name for name in meta.fields_db_projection if name not in (*self.varied, meta.pk_attr)]


def _default(model: type[Model], name: str) -> Any:
    default = model._meta.fields_map[name].default
    return default() if callable(default) else default


def for_sqlite(value: Any) -> Any:
    """Times as Tortoise writes them: text in UTC with a blank between date and time."""
    match value:
        case Enum():
            return value.value
        case datetime():
            return value.isoformat(" ")
        case date():
            return value.isoformat()
        case list() | dict():
            return _json(value)
    return value


def for_postgres(value: Any) -> Any:
    match value:
        case Enum():
            return value.value
        case list() | dict():
            return _json(value)
    return value


def _json(value: list[Any] | dict[Any, Any]) -> str:
    return "[]" if isinstance(value, list) else "{}"
