"""Where in a query fields are read from: rows of a statement, or objects that something gave."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from typing import Any, NamedTuple

from graphql import FieldNode, GraphQLField, GraphQLObjectType
from tortoise.models import Model

from models.kernel.orm import attribute, column, key_column
from schema.plans.binding import Rows
from schema.plans.statement import ROW, Joined, Want

MOST_JOINS = 6
"""Planners of databases become slow over more; what is beyond becomes a statement of its own."""


@dataclass(eq=False)
class Fetch:
    """One statement of a plan: its rows, by which keys, and what is read of them.

    kinds: `keys` rows by primary key; `listed` all rows of each parent; `first` the first of each parent;
    `page` one page of all rows; `pages` one page of each parent.
    """

    index: int
    kind: str
    rows: Rows
    round: int
    inherits: bool = False
    link: str | None = None
    source: Any = None
    arguments: int | None = None
    subject: str | None = None
    wants_page: bool = False
    wants_count: bool = False
    columns: dict[tuple[str, str], int] = field(default_factory=dict)
    joins: list[Joined] = field(default_factory=list)
    collector: list[str] = field(default_factory=list)
    orders: dict[str, list[tuple[int, Any]]] = field(default_factory=dict)
    want: Want | None = None
    over: "RowPlace | None" = None
    """Of all rows of each parent: where the parents are."""
    pieces: Any = None
    """Of a page whose rows are answered piece by piece (pieces.py)."""

    def column(self, alias: str, name: str) -> int:
        """Place of a database column in the rows' tuples."""
        return self.columns.setdefault((alias, name), len(self.columns))

    def settle(self) -> None:
        self.want = Want(tuple(self.columns), tuple(self.joins))

    @property
    def models(self) -> "list[tuple[str, type[Model]]]":
        """Of its rows and of those joined to them, by alias."""
        return [(ROW, self.rows.model), *((one.alias, one.model) for one in self.joins)]


@dataclass(eq=False)
class RowPlace:
    """Rows of a statement, or rows joined to them."""

    fetch: Fetch
    model: type[Model]
    alias: str = ROW
    tests: tuple[str, ...] = ()
    """Expressions that hold for the rows of this place: a joined row is there, a variant is the one that is shown."""

    @property
    def round(self) -> int:
        return self.fetch.round

    @property
    def key(self) -> str:
        return f"r[{self.fetch.column(self.alias, key_column(self.model))}]"

    def raw(self, name: str) -> str:
        return f"r[{self.fetch.column(self.alias, column(self.model, attribute(self.model, name)))}]"

    def collect(self, *lines: str) -> None:
        """Lines that are run for each row once the statement has been read."""
        if self.tests:
            self.fetch.collector += [f"if {' and '.join(self.tests)}:", *(f"    {line}" for line in lines)]
        else:
            self.fetch.collector += lines

    def where(self, test: str) -> "RowPlace":
        """Those of the rows for which an expression holds."""
        return replace(self, tests=(*self.tests, test))

    @property
    def full(self) -> bool:
        """Has the statement as many joins as is good for it?"""
        return len(self.fetch.joins) >= MOST_JOINS

    def join(self, key: str, rows: Rows, *, inherits: bool) -> "RowPlace":
        """The rows that a key column of these names."""
        name = column(self.model, attribute(self.model, key))
        for one in self.fetch.joins:
            if (one.parent, one.key, one.rows) == (self.alias, name, None if inherits else rows):
                return self._joined(rows.model, one.alias)
        alias = f"j{len(self.fetch.joins)}"
        self.fetch.joins.append(Joined(alias, rows.model, self.alias, name, None if inherits else rows))
        return self._joined(rows.model, alias)

    def _joined(self, model: type[Model], alias: str) -> "RowPlace":
        place = RowPlace(self.fetch, model, alias, self.tests)
        return place.where(f"{place.key} is not None")


@dataclass(eq=False)
class ObjectPlace:
    """Objects: `o`, and `c`, what it carries. `lines` is what is run for each of them to collect keys."""

    type_: type | None
    round: int
    lines: list[str] = field(default_factory=list)

    @property
    def key(self) -> str:
        return "id(o)"

    def raw(self, name: str) -> str:
        return f"c.{name}"

    def collect(self, *lines: str) -> None:
        self.lines += lines


Place = RowPlace | ObjectPlace


class Root(NamedTuple):
    """A field that a plain resolver answers."""

    definition: GraphQLField
    node: FieldNode
    type_: GraphQLObjectType


@dataclass(eq=False)
class Values:
    """Values that are not columns: of functions that read more, or that give objects which name other rows.

    `kind`: `loaded`, `resolver`, `computed`, `found`, or `given` to the plan by whoever runs it. `place` tells over what; `all_columns` where each column of the
    model stands in a row's tuple.
    """

    index: int
    kind: str
    place: Place
    function: Any
    field: Any = None
    arguments: int | None = None
    walker: str | None = None
    all_columns: Sequence[tuple[str, int]] = ()
    light: bool = False
    """Are objects with these columns alone enough?"""
    key: int = 0
    """Of rows: where the primary key stands in the tuple."""
    type_: type | None = None

    @property
    def round(self) -> int:
        return self.place.round
