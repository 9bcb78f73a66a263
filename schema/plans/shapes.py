"""How an object is shown: of one type, or of the one among several that it turns out to be."""

from inspect import signature
from typing import TYPE_CHECKING, Any

from graphql import GraphQLNamedType, GraphQLObjectType, is_abstract_type
from graphql.type import GraphQLAbstractType

from models.kernel.orm import attribute, field_of
from schema.plans.binding import bound, rows_of
from schema.plans.codec import python_value
from schema.plans.places import ObjectPlace, Place, RowPlace
from schema.plans.text import HOLE
from schema.plans.troubles import Unplanned

if TYPE_CHECKING:
    from schema.plans.compile import Compiler


def row_shape(to: "Compiler", place: RowPlace, target: type, details: list[Any]) -> str:
    """How a row `r` of a declared type is shown."""
    rows = bound(target)
    if rows.variant is None:
        return to.selection(place, to.object_type(target), details)
    given = ", ".join(f"{name}={decoded(to, place, name)}" for name in signature(rows.variant).parameters)
    variant = f"{to.text.bind(rows.variant, 'variant')}({given})"
    kind = to.text.fresh("v")
    tested = f"({kind} := {variant})"
    shown = []
    for cls, type_ in _variants(to, target):
        name = to.text.bind(cls, "type")
        one = to.selection(place.where(f"{variant} is {name}"), type_, details)
        shown.append(f"{one} if {tested} is {name} else ")
        # The test of a conditional expression comes before its value: from here on the name is there.
        tested = kind
    return f"({''.join(shown)}absent())"


def object_shape(to: "Compiler", place: ObjectPlace, type_: GraphQLNamedType, details: list[Any]) -> str:
    """How an object of any Python class is shown; `place.lines` collect for whichever it is."""
    if isinstance(type_, GraphQLObjectType):
        place.type_ = to.class_of(type_)
        return f"{_shape(to, place, type_, details)}({HOLE})"
    assert is_abstract_type(type_)
    table: dict[type, str] = {}
    walkers: dict[type, str] = {}
    for each in possible(to, type_):
        one = ObjectPlace(to.class_of(each), place.round)
        table[one.type_ or object] = _shape(to, one, each, details)
        walker = to.text.walk(to.text.fresh("w"), one.lines)
        if walker:
            walkers[one.type_ or object] = walker
    name = to.text.fresh("d")
    pairs = ", ".join(f"{to.text.bind(cls, 'type')}: {shape}" for cls, shape in table.items())
    to.text.line(f"{name} = {{{pairs}}}")
    for cls, walker in walkers.items():
        place.collect(f"if type(o) is {to.text.bind(cls, 'type')}: {walker}(run, o)")
    return f"{name}[type({HOLE})]({HOLE})"


def decoded(to: "Compiler", place: Place, name: str) -> str:
    """A column or attribute as Python means it."""
    if isinstance(place, ObjectPlace):
        return place.raw(name)
    field = field_of(place.model, attribute(place.model, name))
    turn = python_value(field, to.speech)
    if turn is None:
        return place.raw(name)
    call = f"{to.text.bind(turn, 'turn')}({HOLE})"
    return to.text.nullable(place.raw(name), call) if field.null else call.replace(HOLE, place.raw(name))


def possible(to: "Compiler", type_: GraphQLAbstractType) -> list[GraphQLObjectType]:
    return list(to.core.get_possible_types(type_))


def _shape(to: "Compiler", place: ObjectPlace, type_: GraphQLObjectType, details: list[Any]) -> str:
    shown = to.selection(place, type_, details)
    checked = to.text.bind(type_.is_type_of, "is_type") if type_.is_type_of else None
    return to.text.shape(shown, checked)


def _variants(to: "Compiler", target: type) -> list[tuple[type, GraphQLObjectType]]:
    found = [
        (cls, type_)
        for cls, type_ in to.schema.object_types.items()
        if issubclass(cls, target) and rows_of(cls) is not None and rows_of(cls) is not rows_of(target)
    ]
    if not found:
        raise Unplanned(f"{target.__name__} has no variants")
    return found
