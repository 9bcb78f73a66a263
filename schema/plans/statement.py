"""The one writer of statements: visibility, filters, orders and pages become SQL here and nowhere else.

The text holds names of the models and places for values, never a value; every way of running a declaration
calls these functions, so that no way can forget a permission. Shown to be right by an oracle in plain Python.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from tortoise.expressions import Q
from tortoise.models import Model

from models.kernel.viewer import Viewer
from schema.plans.binding import Rows
from schema.plans.dialect import Dialect, dialect
from schema.plans.orm import (
    PLACE,
    Condition,
    column,
    columns,
    condition,
    key_attribute,
    reader,
    row_from,
    table_of,
)
from schema.plans.paging import Order, Window

ROW = "t"
RANK = "rank_in_parent_"
"""No model has a column of this name."""
KEPT_CONDITIONS = 4096


@dataclass(frozen=True, slots=True)
class Level:
    """The rows of one place in a query: of a model, under conditions. Visibility is always among them."""

    model: type[Model]
    conditions: tuple[Condition, ...]

    def where(self, *more: Condition) -> "Level":
        return Level(self.model, (*self.conditions, *more))


def level(rows: Rows, viewer: Viewer, only: Q | None = None, *, inherits: bool = False) -> Level:
    """The rows of a type that the viewer may see and that `only` holds for.

    :param inherits: whoever sees the object that names these rows may see them.
    """
    conditions = () if inherits else (_visible(rows, viewer, dialect()),)
    extra = (condition(rows.model, only, ROW),) if only is not None else ()
    return Level(rows.model, conditions + extra)


async def by_keys(at: Level, keys: Sequence[Any]) -> list[Model]:
    """Rows by primary key, those there are."""
    return await _fetch(at.model, *_select(at.where(_among(at.model, key_attribute(at.model), keys))))


async def listed(at: Level, link: str, keys: Sequence[Any], order: Order) -> list[Model]:
    """All rows of each parent key, in order within a parent."""
    text, values = _select(at.where(_among(at.model, link, keys)))
    return await _fetch(at.model, f"{text} order by {_order(at.model, order)}", values)


async def page(at: Level, window: Window) -> list[Model]:
    """One page of all rows."""
    text, values = _select(_beyond(at, window))
    order = _order(at.model, window.order)
    return await _fetch(at.model, f"{text} order by {order} limit {PLACE}", [*values, window.limit])


async def pages(at: Level, link: str, keys: Sequence[Any], window: Window) -> list[Model]:
    """One page of each parent key's rows: one windowed statement for all parents."""
    parent, order = _column(at.model, link), _order(at.model, window.order)
    inner, values = _select(
        _beyond(at.where(_among(at.model, link, keys)), window),
        f"{_names(at.model)}, row_number() over (partition by {parent} order by {order}) as {RANK}",
    )
    text = f"select * from ({inner}) {ROW} where {ROW}.{RANK} <= {PLACE} order by {order}"  # noqa: S608 names only
    return await _fetch(at.model, text, [*values, window.limit])


async def count(at: Level) -> int:
    """How many rows there are."""
    records = await _run(*_select(at, "count(*) as many"))
    return int(records[0]["many"])


async def counts(at: Level, link: str, keys: Sequence[Any]) -> dict[Any, int]:
    """How many rows each parent key has; keys without any are left out."""
    name = _column(at.model, link)
    text, values = _select(at.where(_among(at.model, link, keys)), f"{name} as parent, count(*) as many")
    records = await _run(f"{text} group by {name}", values)
    return {record["parent"]: int(record["many"]) for record in records}


@lru_cache(maxsize=KEPT_CONDITIONS)
def _visible(rows: Rows, viewer: Viewer, _: Dialect) -> Condition:
    return condition(rows.model, rows.visible(viewer), ROW)


def _select(at: Level, what: str | None = None) -> tuple[str, list[Any]]:
    held = [one for one in at.conditions if one.text]
    where = f" where {' and '.join(one.text for one in held)}" if held else ""
    text = f'select {what or _names(at.model)} from "{table_of(at.model)}" "{ROW}"{where}'  # noqa: S608
    return text, [value for one in held for value in one.values]


def _beyond(at: Level, window: Window) -> Level:
    if window.after is None:
        return at
    order = window.order
    names = ", ".join(_column(at.model, name) for name in order.columns)
    places = ", ".join(PLACE for _ in order.columns)
    return at.where(Condition(f"({names}) {'<' if order.descending else '>'} ({places})", window.after))


def _among(model: type[Model], name: str, keys: Sequence[Any]) -> Condition:
    speech = dialect()
    return Condition(speech.among(_column(model, name)), (speech.keys(keys),))


def _order(model: type[Model], order: Order) -> str:
    direction = " desc" if order.descending else ""
    return ", ".join(f"{_column(model, name)}{direction}" for name in order.columns)


def _column(model: type[Model], name: str) -> str:
    return f'"{ROW}"."{column(model, name)}"'


def _names(model: type[Model]) -> str:
    return ", ".join(f'"{ROW}"."{name}"' for name in columns(model))


async def _fetch(model: type[Model], text: str, values: Sequence[Any]) -> list[Model]:
    return [row_from(model, record) for record in await _run(text, values)]


async def _run(text: str, values: Sequence[Any]) -> list[dict[str, Any]]:
    speech = dialect()
    return await reader().execute_query_dict(speech.numbered(text), [speech.value(value) for value in values])
