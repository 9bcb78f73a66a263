"""The one writer of statements: visibility, filters, orders and pages become SQL here and nowhere else.

The text holds names of the models and places for values, never a value; every way of running a declaration
calls these functions, so that no way can forget a permission. Shown to be right by an oracle in plain Python.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Any, NamedTuple

from tortoise.expressions import Q
from tortoise.models import Model

from models.kernel.dialect import Dialect, dialect
from models.kernel.orm import (
    PLACE,
    Condition,
    column,
    columns,
    condition,
    key_attribute,
    key_column,
    table_of,
)
from models.kernel.viewer import Viewer
from schema.plans.binding import Rows
from schema.plans.paging import Order, Window
from schema.plans.seeing import Parents, parents_of, visible

ROW = "t"
RANK = "rank_in_parent_"
"""No model has a column of this name."""
NOTHING = "(1=0)"
"""What a condition on keys out of none becomes."""
KEPT_TEXTS = 4096


class Statement(NamedTuple):
    """A text whose places are numbered for the open database, and the values in their order."""

    text: str
    values: list[Any]


@dataclass(frozen=True, eq=False, slots=True)
class Joined:
    """A row that a key column of another one names. `rows` is None where it inherits its parent's visibility."""

    alias: str
    model: type[Model]
    parent: str
    key: str
    rows: Rows | None


@dataclass(frozen=True, eq=False, slots=True)
class Want:
    """What is read of each row: pairs of alias and database column, in order, over joined rows too."""

    columns: tuple[tuple[str, str] | None, ...]
    """None: the place stays empty."""
    joins: tuple[Joined, ...] = ()


@dataclass(frozen=True, slots=True)
class Level:
    """The rows of one place in a query: of a model, under conditions. Visibility is always among them."""

    model: type[Model]
    conditions: tuple[Condition, ...]
    want: Want | None = None
    """None: all columns of the model."""
    joined: tuple[Condition, ...] = ()
    """One for each join of `want`, in its order."""
    parents: Parents | None = None
    """Where rows are asked for by the row they are seen with: visibility, said of that row."""

    @property
    def is_empty(self) -> bool:
        """Is one of its conditions that there be no such row? Then nothing needs to be asked."""
        held = (*self.conditions, self.parents.held) if self.parents else self.conditions
        return any(one.text == NOTHING for one in held)

    def where(self, *more: Condition) -> "Level":
        return replace(self, conditions=(*self.conditions, *more))


def level(
    rows: Rows,
    viewer: Viewer,
    *only: Condition,
    inherits: bool = False,
    want: Want | None = None,
    link: str | None = None,
) -> Level:
    """The rows of a type that the viewer may see and that `only` holds for.

    :param inherits: whoever sees the object that names these rows may see them.
    :param link: they are going to be asked for by their parents' keys in this column.
    """
    by_parents = not inherits and rows.seen_with is not None and rows.seen_with == link
    seen = () if inherits or by_parents else (visible(rows, viewer, ROW),)
    joins = want.joins if want else ()
    joined = tuple(visible(one.rows, viewer, one.alias) if one.rows else Condition("") for one in joins)
    parents = parents_of(rows, viewer) if by_parents else None
    return Level(rows.model, seen + only, want, joined, parents)


def holds(model: type[Model], q: Q) -> Condition:
    """A condition on the rows of a level."""
    return condition(model, q, ROW)


def by_keys(at: Level, keys: Sequence[Any]) -> Statement:
    """Rows by primary key, those there are."""
    return _plain(at.where(_among(at.model, key_attribute(at.model), keys)))


def listed(at: Level, link: str, keys: Sequence[Any], order: Order) -> Statement:
    """All rows of each parent key, in order within a parent."""
    return _plain(at.where(_of_parents(at, link, keys)), order)


def page(at: Level, window: Window) -> Statement:
    """One page of all rows."""
    return _plain(_beyond(at, window), window.order, window.limit)


def stamps(at: Level, link: str, keys: Sequence[Any]) -> Statement:
    """For each parent key that has rows one text, which tells them and their versions from any others. What `want`
    names is put into it."""
    held = _held(at.where(_of_parents(at, link, keys)).conditions)
    text = _stamps_text(_shape(at, held, None, link=link))
    return _statement(text, [*at.joined, *held])


def pages(at: Level, link: str, keys: Sequence[Any], window: Window) -> Statement:
    """One page of each parent key's rows: one windowed statement for all parents."""
    at = _beyond(at.where(_of_parents(at, link, keys)), window)
    held = _held(at.conditions)
    text = _windowed_text(_shape(at, held, window.order, link=link))
    return _statement(text, [*held, *at.joined], window.limit)


def count(at: Level) -> Statement:
    """How many rows there are, as `many`."""
    held = _held(at.conditions)
    text = f'select count(*) as many from "{table_of(at.model)}" "{ROW}"{_where(one.text for one in held)}'  # noqa: S608 names only
    return _statement(dialect().numbered(text), held)


def counts(at: Level, link: str, keys: Sequence[Any]) -> Statement:
    """How many rows (`many`) each parent key (`parent`) has; keys without any are left out."""
    name, held = _column(at.model, link), _held(at.where(_of_parents(at, link, keys)).conditions)
    text = (
        f'select {name} as parent, count(*) as many from "{table_of(at.model)}" "{ROW}"'  # noqa: S608 names only
        f"{_where(one.text for one in held)} group by {name}"
    )
    return _statement(dialect().numbered(text), held)


class _Shape(NamedTuple):
    """What a statement's text depends on."""

    speech: Dialect
    model: type[Model]
    want: Want | None
    texts: tuple[str, ...]
    joined: tuple[str, ...]
    order: Order | None
    limited: bool = False
    link: str | None = None


def _shape(at: Level, held: Sequence[Condition], order: Order | None, **more: Any) -> _Shape:
    texts, joined = tuple(one.text for one in held), tuple(one.text for one in at.joined)
    return _Shape(dialect(), at.model, at.want, texts, joined, order, **more)


def _plain(at: Level, order: Order | None = None, limit: int | None = None) -> Statement:
    held = _held(at.conditions)
    text = _plain_text(_shape(at, held, order, limited=limit is not None))
    return _statement(text, [*at.joined, *held], limit)


def _statement(text: str, held: Sequence[Condition], limit: int | None = None) -> Statement:
    speech = dialect()
    values = [speech.value(value) for one in held for value in one.values]
    return Statement(text, values if limit is None else [*values, limit])


@lru_cache(maxsize=KEPT_TEXTS)
def _plain_text(of: _Shape) -> str:
    ordered = f" order by {_order(of.model, of.order)}" if of.order else ""
    return of.speech.numbered(
        f'select {_names(of.model, of.want)} from "{table_of(of.model)}" "{ROW}"{_joins(of.want, of.joined)}'  # noqa: S608 names only
        f"{_where(of.texts)}{ordered}{f' limit {PLACE}' if of.limited else ''}"
    )


@lru_cache(maxsize=KEPT_TEXTS)
def _stamps_text(of: _Shape) -> str:
    assert of.link
    assert of.want
    name = _column(of.model, of.link)
    certain = {key_column(of.model), "version"}
    each = " || ' ' || ".join(
        f'"{alias}"."{own}"'
        if alias == ROW and own in certain
        else f"""coalesce(cast("{alias}"."{own}" as text), '')"""
        for alias, own in filter(None, of.want.columns)
    )
    return of.speech.numbered(
        f'select {name}, {of.speech.gathered(each)} from "{table_of(of.model)}" "{ROW}"{_joins(of.want, of.joined)}'  # noqa: S608 names only
        f"{_where(of.texts)} group by {name}"
    )


@lru_cache(maxsize=KEPT_TEXTS)
def _windowed_text(of: _Shape) -> str:
    assert of.order and of.link
    order = _order(of.model, of.order)
    ranked = f"row_number() over (partition by {_column(of.model, of.link)} order by {order}) as {RANK}"
    names = _needed(of.model, of.want, of.link, of.order)
    inner = f'select {names}, {ranked} from "{table_of(of.model)}" "{ROW}"{_where(of.texts)}'  # noqa: S608 names only
    return of.speech.numbered(
        f"select {_names(of.model, of.want)} from ({inner}) {ROW}{_joins(of.want, of.joined)} "  # noqa: S608 names only
        f"where {ROW}.{RANK} <= {PLACE} order by {order}"
    )


def _held(conditions: Sequence[Condition]) -> list[Condition]:
    return [one for one in conditions if one.text]


def _where(texts: Iterable[str]) -> str:
    joined = " and ".join(texts)
    return f" where {joined}" if joined else ""


def _joins(want: Want | None, seen: Sequence[str]) -> str:
    if want is None:
        return ""
    return "".join(
        f' left join "{table_of(one.model)}" "{one.alias}"'
        f' on "{one.alias}"."{key_column(one.model)}" = "{one.parent}"."{one.key}"'
        f"{f' and {text}' if text else ''}"
        for one, text in zip(want.joins, seen, strict=True)
    )


def _beyond(at: Level, window: Window) -> Level:
    if window.after is None:
        return at
    order = window.order
    names = ", ".join(_column(at.model, name) for name in order.columns)
    places = ", ".join(PLACE for _ in order.columns)
    return at.where(Condition(f"({names}) {'<' if order.descending else '>'} ({places})", window.after))


def _of_parents(at: Level, link: str, keys: Sequence[Any]) -> Condition:
    if at.parents is None:
        return _among(at.model, link, keys)
    speech = dialect()
    return Condition(
        f"{_column(at.model, link)} in ({at.parents.keys} and {speech.among(at.parents.key)})",
        (*at.parents.held.values, speech.keys(keys)),
    )


def _among(model: type[Model], name: str, keys: Sequence[Any]) -> Condition:
    speech = dialect()
    return Condition(speech.among(_column(model, name)), (speech.keys(keys),))


def _order(model: type[Model], order: Order) -> str:
    direction = " desc" if order.descending else ""
    return ", ".join(f"{_column(model, name)}{direction}" for name in order.columns)


def _column(model: type[Model], name: str) -> str:
    return f'"{ROW}"."{column(model, name)}"'


def _names(model: type[Model], want: Want | None) -> str:
    pairs = want.columns if want else [(ROW, name) for name in columns(model)]
    return ", ".join(f'"{pair[0]}"."{pair[1]}"' if pair else "null" for pair in pairs) or "1"


def _needed(model: type[Model], want: Want | None, link: str, order: Order) -> str:
    """Columns of the row itself that the outer statement names."""
    if want is None:
        return _names(model, None)
    own = [pair[1] for pair in want.columns if pair and pair[0] == ROW]
    own += [one.key for one in want.joins if one.parent == ROW]
    own += [column(model, name) for name in (link, *order.columns)]
    return ", ".join(f'"{ROW}"."{name}"' for name in dict.fromkeys(own))
