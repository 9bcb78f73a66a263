"""What binds a GraphQL type to its rows and to its one visibility rule, and objects that carry their row."""

from collections.abc import Callable
from dataclasses import dataclass
from inspect import signature
from typing import Any, TypeVar, dataclass_transform

import strawberry
from tortoise.expressions import Q
from tortoise.models import Model

from models.kernel.viewer import Viewer
from schema.plans.words import inherit_descriptions

T = TypeVar("T")
M = TypeVar("M", bound=Model)

Visible = Callable[[Viewer], Q]
"""Which rows a viewer may see. Must depend on the viewer only: the text made of it is kept per viewer."""


@dataclass(frozen=True)
class SeenWith:
    """Whoever sees the row that the relation names sees these rows; `visible` is that row's rule."""

    relation: str
    visible: Visible


@dataclass(frozen=True, eq=False, slots=True)
class Rows:
    """The rows behind a type. `variant` names the concrete type of a row when the type is an interface, from the
    columns that its parameters are called after. `seen_with` names the relation to the row that `visible` speaks
    of, where these rows are parts of it.
    """

    model: type[Model]
    visible: Visible
    prefix: str | None
    variant: Callable[..., type] | None
    seen_with: str | None = None

    def concrete(self, type_: type, row: object) -> type:
        """The type of a row: `type_`, or the variant that the row is."""
        if self.variant is None:
            return type_
        return self.variant(**{name: getattr(row, name) for name in signature(self.variant).parameters})


@dataclass_transform(kw_only_default=True)
def rows(
    model: type[Model],
    *,
    visible: Visible | SeenWith,
    description: str,
    prefix: str | None = None,
    variant: Callable[..., type] | None = None,
) -> Callable[[type[T]], type[T]]:
    """Declare a type over a model's rows.

    :param visible: the condition on rows that a viewer may see; the only door to them. Of parts: `SeenWith`.
    :param prefix: of global ids; a type that is a Node with a prefix is found by `node`.
    :param variant: makes the type an interface; gives the concrete type (declared with `rows` too) of a row, from
        the columns that its parameters are called after.
    """

    def bind(cls: type[T]) -> type[T]:
        inherit_descriptions(cls)
        make = strawberry.interface if variant else strawberry.type
        made: Any = make(cls, description=description)
        rule, relation = (
            (visible.visible, visible.relation) if isinstance(visible, SeenWith) else (visible, None)
        )
        made.__rows__ = Rows(model, rule, prefix, variant, relation)
        return made  # type: ignore[no-any-return]

    return bind


def rows_of(type_: object) -> Rows | None:
    """The rows behind a type, if it has its own."""
    return vars(type_).get("__rows__") if isinstance(type_, type) else None


def bound(type_: type) -> Rows:
    """The rows behind a type. :raises TypeError: it is not declared with `rows`."""
    found = rows_of(type_)
    if found is None:
        raise TypeError(f"{type_.__name__} has no rows: declare it with @rows(Model, visible=...)")
    return found


def present(type_: type[T], row: object) -> T:
    """An object of a declared type (or of the variant that the row is) that carries its row.

    The row is a Tortoise row, or any object with the attributes that the type's fields name.
    """
    rows = rows_of(type_)
    made: T = object.__new__(rows.concrete(type_, row) if rows else type_)
    made.__dict__["_row"] = row
    return made


def carried(source: object) -> Any:
    """What an object's fields read: the row it carries, or the object itself."""
    return getattr(source, "_row", source)


def row_of(source: object, model: type[M]) -> M:
    """The row an object carries, for a plain resolver. :raises TypeError: it carries none of that model."""
    row = carried(source)
    if not isinstance(row, model):
        raise TypeError(f"{type(source).__name__} carries no {model.__name__}")
    return row
