"""Where a field's value comes from: plain frozen data, so that any way of running a query can read it.

Found on a built schema at `graphql_field.extensions["strawberry-definition"].source`.
"""

from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import dataclass
from enum import Enum
from typing import Any, Literal

from tortoise.expressions import Q

from models.kernel.viewer import Viewer
from schema.plans.paging import OrderSpec

Refuse = Literal["null", "error"]
Only = Callable[[], Q]


@dataclass(frozen=True, kw_only=True)
class Source:
    """Common to all: who may read the field, and what the others get."""

    allow: Callable[[Viewer], bool] | None = None
    refuse: Refuse = "null"


@dataclass(frozen=True, kw_only=True)
class GlobalId(Source):
    """The row's key with the type's prefix."""


@dataclass(frozen=True, kw_only=True)
class Column(Source):
    """A column; without a name, the one the field is called after."""

    name: str | None = None


@dataclass(frozen=True, kw_only=True)
class Computed(Source):
    """A function of columns: its parameters' names are the columns, or what is given (`schema.plans.given`).

    `over`: the columns are those of the row that this relation names, which whoever sees this object may see.
    """

    function: Callable[..., Any]
    parameters: tuple[str, ...]
    over: str | None = None


@dataclass(frozen=True, kw_only=True)
class Loaded(Source):
    """An async function of all rows of a level at once: `(viewer, rows)`, in the rows' order.

    `needs`: the only columns that it reads; a plan then reads no others.
    """

    function: Callable[..., Any]
    parameters: tuple[str, ...]
    needs: tuple[str, ...] | None = None


@dataclass(frozen=True, kw_only=True)
class One(Source):
    """The row a key column names: `key`, or the field's name with `_id`. `inherits`: seen by whoever sees this object.

    `gives`: the type of the row, where the field's own type is an interface without rows.
    """

    key: str | None = None
    inherits: bool = False
    gives: Callable[[], type] | None = None


@dataclass(frozen=True, kw_only=True)
class About(Source):
    """The object that a frame of a subscription is about, by the frame's key: the field's name with `_id`.

    Whoever may not see it gets no frame at all, whether the object is asked for or not.
    """


@dataclass(frozen=True, kw_only=True)
class Found(Source):
    """The row whose key an async function gives: of the keys of all rows of a level, as a mapping."""

    function: Callable[[Sequence[Any]], Awaitable[Mapping[Any, Any]]]


@dataclass(frozen=True, kw_only=True)
class OneOf(Source):
    """A row of one of several types, by a kind column: pairs of kind and type."""

    name: str | None = None
    members: tuple[tuple[str, type], ...]


@dataclass(frozen=True, kw_only=True)
class Many(Source):
    """The rows whose keys a column or a function of columns lists, in its order, without those that are hidden."""

    keys: Column | Computed


@dataclass(frozen=True, kw_only=True)
class Named(Source):
    """The object that a global id names, from a column or a function of columns."""

    id: Column | Computed


@dataclass(frozen=True, kw_only=True)
class Listed(Source):
    """All rows that name this one, in an order. `single`: only the first of them."""

    link: str
    order: OrderSpec
    only: Only | None = None
    single: bool = False


@dataclass(frozen=True, kw_only=True)
class Part(Source):
    """A nested object that reads the same row: of a type without rows, or of another one over the same model."""


@dataclass(frozen=True, kw_only=True)
class Paged(Source):
    """A connection: over all rows, or over those that name this one by `link`.

    `subject`: only journal rows about objects of this type. `mine`: fewer rows than the viewer may see.
    """

    link: str | None
    order: OrderSpec | type[Enum]
    filter: type | None = None
    only: Only | None = None
    mine: Callable[[Viewer], Q] | None = None
    subject: bool = False


@dataclass(frozen=True, kw_only=True)
class ById(Source):
    """The object with the id given as argument."""


@dataclass(frozen=True, kw_only=True)
class ByNodeId(Source):
    """The object of any Node type with the id given as argument."""


@dataclass(frozen=True, kw_only=True)
class ByNodeIds(Source):
    """Objects of any Node type, in the order of the ids given."""
