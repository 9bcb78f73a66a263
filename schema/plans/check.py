"""All declarations against the models when the schema is built: one list of everything that is wrong."""

from collections.abc import Iterable, Iterator

from strawberry.types.base import get_object_definition
from strawberry.types.field import StrawberryField
from tortoise.models import Model

from schema.plans import source as sources
from schema.plans.binding import rows_of
from schema.plans.field import PlannedField
from schema.plans.fit import Misfit
from schema.plans.misfits import CHECKS, Place


class WrongDeclarations(Exception):
    """The schema cannot be built; `found` has a sentence for each wrong declaration."""

    def __init__(self, found: list[str]) -> None:
        super().__init__("\n".join(["the schema's declarations do not fit the models:", *found]))
        self.found = found


def check(types: Iterable[type]) -> None:
    """:raises WrongDeclarations: with everything that is wrong."""
    found: list[str] = []
    for type_, model in _with_models(types):
        for field in get_object_definition(type_, strict=True).fields:
            found += [
                f"{type_.__name__}.{field.python_name}: {misfit}" for misfit in _field(type_, field, model)
            ]
    if found:
        raise WrongDeclarations(sorted(set(found)))


def _with_models(types: Iterable[type]) -> Iterator[tuple[type, type[Model] | None]]:
    """Every type with the model its fields read; a part reads its parent's."""
    parts: list[tuple[type, type[Model]]] = []
    known = list(types)
    for type_ in known:
        rows = rows_of(type_)
        if rows:
            parts += _parts(type_, rows.model)
    nested = {type_ for type_, _ in parts}
    for type_ in known:
        if type_ not in nested:
            rows = rows_of(type_)
            yield type_, rows.model if rows else None
    yield from parts


def _parts(type_: type, model: type[Model]) -> list[tuple[type, type[Model]]]:
    found = []
    for field in get_object_definition(type_, strict=True).fields:
        if _is_part(field):
            assert isinstance(field, PlannedField)
            found += [(field.target, model), *_parts(field.target, model)]
    return found


def _is_part(field: StrawberryField) -> bool:
    return (
        isinstance(field, PlannedField)
        and isinstance(field.source, sources.Part)
        and rows_of(field.target) is None
    )


def _field(type_: type, field: StrawberryField, model: type[Model] | None) -> Iterator[Misfit]:
    if not isinstance(field, PlannedField):
        if (
            rows_of(type_)
            and not field.base_resolver
            and not get_object_definition(type_, strict=True).is_interface
        ):
            yield "says nowhere where its value comes from; declare it with column, computed, one ..."
        return
    place = Place(type_, field, model)
    source = field.source
    if source.allow and source.refuse == "null" and not place.nullable:
        yield "is refused by null but is not nullable"
    yield from CHECKS[type(source)](place, source)
