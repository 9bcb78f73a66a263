"""What can be wrong with a declaration, by kind of source: sentences to be read after the field's name."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from enum import Enum
from inspect import iscoroutinefunction
from typing import Any

from strawberry.types.base import StrawberryList, StrawberryOptional, get_object_definition
from tortoise.models import Model

from models.kernel.orm import is_relation, related
from schema.plans import source as sources
from schema.plans.binding import Rows, rows_of
from schema.plans.field import PlannedField
from schema.plans.filter import WhereField
from schema.plans.fit import Misfit, column_misfits, has_column, is_nullable, result_misfits
from schema.plans.given import GIVEN
from schema.plans.paging import terms


@dataclass(frozen=True)
class Place:
    """A declared field on a type; `model` is None for objects that are no rows."""

    type_: type
    field: PlannedField
    model: type[Model] | None

    @property
    def nullable(self) -> bool:
        return isinstance(self.field.resolve_type(), StrawberryOptional)

    @property
    def rows(self) -> Rows | None:
        return rows_of(self.field.target)


def _global_id(place: Place, _: sources.GlobalId) -> Iterator[Misfit]:
    rows = rows_of(place.type_)
    if rows and not rows.prefix:
        yield "needs a prefix: rows(..., prefix=...)"


def _column(place: Place, source: sources.Column) -> Iterator[Misfit]:
    if place.model:
        yield from column_misfits(
            place.model, source.name or place.field.python_name, place.field.resolve_type()
        )


def _computed(place: Place, source: sources.Computed) -> Iterator[Misfit]:
    model = place.model
    if model and source.over:
        if not is_relation(model, source.over):
            yield f"{model.__name__} has no relation {source.over}"
            return
        model = related(model, source.over)
    if model:
        yield from _missing(model, *(name for name in source.parameters if name not in GIVEN))
    yield from result_misfits(source.function, place.field.resolve_type())


def _loaded(place: Place, source: sources.Loaded) -> Iterator[Misfit]:
    if not iscoroutinefunction(source.function):
        yield "is loaded by a function that is not async"
    if place.model and source.needs:
        yield from _missing(place.model, *source.needs)
    strangers = set(source.parameters) - {"viewer", "context", "rows"}
    if strangers or "rows" not in source.parameters:
        yield f"is loaded by a function of {', '.join(source.parameters)}; it is given viewer, context and rows"


def _part(place: Place, _: sources.Part) -> Iterator[Misfit]:
    if place.rows and place.rows.model is not place.model:
        yield f"is a part but {place.field.target.__name__} has rows of its own"


def _one(place: Place, source: sources.One) -> Iterator[Misfit]:
    name = source.key or f"{place.field.python_name}_id"
    if place.model and not has_column(place.model, name):
        yield f"{place.model.__name__} has no column {name}; one(key=...) names a key called otherwise"
    yield from _visible(place)
    if not place.nullable and not source.inherits:
        yield "may be hidden: make it nullable, or say inherits=True if whoever sees this object sees that one"
    elif not place.nullable and place.model and is_nullable(place.model, name):
        yield f"is not nullable but the column {name} is"


def _about(place: Place, _: sources.About) -> Iterator[Misfit]:
    yield from _visible(place)
    if not place.nullable:
        yield "is absent in some frames: make it nullable"


def _found(place: Place, _: sources.Found) -> Iterator[Misfit]:
    yield from _visible(place)
    if not place.nullable:
        yield "may be absent or hidden: make it nullable"


def _one_of(place: Place, source: sources.OneOf) -> Iterator[Misfit]:
    name = source.name or place.field.python_name
    if place.model:
        yield from _missing(place.model, f"{name}_kind", f"{name}_id")
    if not place.nullable:
        yield "may be hidden: make it nullable"
    for _, member in source.members:
        if not rows_of(member):
            yield f"{member.__name__} is not declared with rows(..., visible=...)"


def _many(place: Place, source: sources.Many) -> Iterator[Misfit]:
    yield from _origin(place, source.keys)
    yield from _visible(place)


def _named(place: Place, source: sources.Named) -> Iterator[Misfit]:
    if not place.nullable:
        yield "may be hidden: make it nullable"
    yield from _origin(place, source.id)


def _origin(place: Place, origin: sources.Column | sources.Computed) -> Iterator[Misfit]:
    if place.model and isinstance(origin, sources.Computed):
        yield from _missing(place.model, *(name for name in origin.parameters if name not in GIVEN))
    elif place.model and isinstance(origin, sources.Column):
        yield from _missing(place.model, origin.name or place.field.python_name)


def _listed(place: Place, source: sources.Listed) -> Iterator[Misfit]:
    yield from _visible(place)
    if source.single and not place.nullable:
        yield "may be absent: make it nullable"
    if not source.single and not isinstance(place.field.resolve_type(), StrawberryList):
        yield "is listed but its type is no list"
    if place.rows:
        yield from _missing(place.rows.model, source.link)
        yield from _order(place.rows.model, source.order)


def _paged(place: Place, source: sources.Paged) -> Iterator[Misfit]:
    yield from _visible(place)
    if not place.rows:
        return
    model = place.rows.model
    if source.link:
        yield from _missing(model, source.link)
    for spec in source.order if isinstance(source.order, type) else [source.order]:
        yield from _order(model, spec.value if isinstance(spec, Enum) else spec)
    if source.filter:
        yield from _filter(model, source.filter)


def _by_id(place: Place, _: object) -> Iterator[Misfit]:
    yield from _visible(place)
    if not place.nullable:
        yield "may be hidden: make it nullable"


def _nothing(_: Place, __: object) -> Iterator[Misfit]:
    yield from ()


def _filter(model: type[Model], filter: type) -> Iterator[Misfit]:
    for field in get_object_definition(filter, strict=True).fields:
        if not isinstance(field, WhereField):
            yield f"filter {filter.__name__}.{field.python_name} means nothing: declare it with where"
        elif field.column and not has_column(model, field.column):
            yield f"filter {filter.__name__}.{field.python_name}: {model.__name__} has no column {field.column}"


def _order(model: type[Model], spec: Any) -> Iterator[Misfit]:
    names = [term.removeprefix("-") for term in terms(spec)]
    missing = list(_missing(model, *names))
    yield from missing
    if not missing:
        for name in names:
            if is_nullable(model, name):
                yield f"is ordered by {name}, which may be null; pages need an order column that is NOT NULL"
    if len({term.startswith("-") for term in terms(spec)}) > 1:
        yield f"is ordered by {', '.join(terms(spec))}: all columns of an order go in one direction"


def _missing(model: type[Model], *names: str) -> Iterator[Misfit]:
    for name in names:
        if not has_column(model, name):
            yield f"{model.__name__} has no column {name}"


def _visible(place: Place) -> Iterator[Misfit]:
    if not place.rows:
        yield f"{place.field.target.__name__} is not declared with rows(..., visible=...)"


CHECKS: dict[type[sources.Source], Callable[[Place, Any], Iterator[Misfit]]] = {
    sources.GlobalId: _global_id,
    sources.Column: _column,
    sources.Computed: _computed,
    sources.Loaded: _loaded,
    sources.Part: _part,
    sources.One: _one,
    sources.About: _about,
    sources.Found: _found,
    sources.OneOf: _one_of,
    sources.Many: _many,
    sources.Named: _named,
    sources.Listed: _listed,
    sources.Paged: _paged,
    sources.ById: _by_id,
    sources.ByNodeId: _nothing,
    sources.ByNodeIds: _nothing,
}
