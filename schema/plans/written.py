"""How each kind of source is written into a plan: an expression over `r` (a row) or `o` and `c` (an object)."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from graphql import GraphQLField, GraphQLObjectType, get_named_type, is_composite_type, is_leaf_type
from tortoise.expressions import Q

from models.kernel.ids import global_id
from models.kernel.orm import attribute, column, columns, field_of, key_column, related
from models.kernel.viewer import Viewer
from schema.plans import source as sources
from schema.plans.binding import Rows, bound
from schema.plans.given import GIVEN
from schema.plans.places import ObjectPlace, Place, Root, RowPlace
from schema.plans.shapes import decoded, object_shape
from schema.plans.troubles import Unplanned

if TYPE_CHECKING:
    from schema.plans.compile import Compiler


@dataclass(frozen=True, slots=True)
class Asked:
    """One response key of one type at one place."""

    to: "Compiler"
    place: Place
    parent: GraphQLObjectType
    definition: GraphQLField
    field: Any
    details: list[Any]

    @property
    def type_(self) -> Any:
        return self.definition.type

    @property
    def name(self) -> str:
        return str(self.field.python_name)

    @property
    def named(self) -> Any:
        """The type of the objects or leaves it gives, without list and null."""
        return get_named_type(self.definition.type)

    @property
    def parent_class(self) -> type:
        return self.to.class_of(self.parent)


def attribute_of(asked: Asked, expression: str) -> str:
    """An attribute of an object, of a leaf or of further objects. It gives the same objects each time it is read."""
    if is_leaf_type(asked.named):
        return asked.to.text.complete(asked.type_, expression)
    inner = ObjectPlace(None, asked.place.round)
    show = object_shape(asked.to, inner, asked.named, asked.details)
    walker = asked.to.text.walk(asked.to.text.fresh("w"), inner.lines)
    if walker:
        one = asked.to.text.fresh("x")
        asked.place.collect(f"for {one} in each({expression}): {walker}(run, {one})")
    return asked.to.text.complete(asked.type_, expression, show)


def valued(asked: Asked, kind: str, function: Any, **more: Any) -> str:
    """Values that are computed over all rows of a level before the answer is written."""
    to, place = asked.to, asked.place
    made = to.value(kind, place, function, field=asked.field, **more)
    if isinstance(place, RowPlace):
        made.key = place.fetch.column(place.alias, place.model._meta.db_pk_column)
        if kind != "computed":
            needs = function.needs if kind == "loaded" else None
            made.light = needs is not None
            names = columns(place.model) if needs is None else [column(place.model, one) for one in needs]
            made.all_columns = [(name, place.fetch.column(place.alias, name)) for name in names]
        made.type_ = asked.parent_class
    else:
        place.collect(f"run.O[{made.index}].append(o)")
    expression = f"run.L[{made.index}][{place.key}]"
    if is_leaf_type(asked.named):
        return to.text.complete(asked.type_, expression)
    inner = ObjectPlace(None, place.round + 1)
    show = object_shape(to, inner, asked.named, asked.details)
    if kind == "given":
        _look_at_its_object(asked, inner)
    made.walker = to.text.walk(to.text.fresh("w"), inner.lines)
    return to.text.complete(asked.type_, expression, show)


def _look_at_its_object(asked: Asked, frame: ObjectPlace) -> None:
    """A frame is for those who see its object, even when they do not ask for the object."""
    to = asked.to
    for definition in getattr(asked.named, "fields", {}).values() if not to.about else ():
        field = definition.extensions.get("strawberry-definition")
        if isinstance(getattr(field, "source", None), sources.About):
            rows = bound(field.target)
            fetch = to.fetch("keys", rows, frame)
            fetch.column(RowPlace(fetch, rows.model).alias, key_column(rows.model))
            frame.collect(f"run.K[{fetch.index}].append({frame.raw(f'{field.python_name}_id')})")
            to.about.append(fetch.index)


def called(asked: Asked, source: sources.Computed) -> str:
    """The call of a function of columns."""
    if source.over is None:
        return _call(asked, source, asked.place)
    if isinstance(asked.place, ObjectPlace):
        return _over_object(asked, source, asked.place, source.over)
    model = related(asked.place.model, source.over)
    joined = asked.place.join(source.over, Rows(model, _everybody, None, None), inherits=True)
    return f"(None if {joined.key} is None else {_call(asked, source, joined)})"


def _call(asked: Asked, source: sources.Computed, place: Place) -> str:
    asked.to.given.update(GIVEN & set(source.parameters))
    given = ", ".join(
        f"{name}={f'run.{name}' if name in GIVEN else decoded(asked.to, place, name)}"
        for name in source.parameters
    )
    return f"{asked.to.text.bind(source.function, 'f')}({given})"


def _over_object(asked: Asked, source: sources.Computed, place: ObjectPlace, relation: str) -> str:
    """The row that an object names is read by a statement of its own, and the function called for each."""
    own = bound(asked.parent_class).model
    model = related(own, relation)
    fetch = asked.to.fetch("keys", Rows(model, _everybody, None, None), place, inherits=True)
    row, key = RowPlace(fetch, model), place.raw(attribute(own, relation))
    place.collect(f"run.K[{fetch.index}].append({key})")
    call = _call(asked, source, row)
    asked.to.text.line(f"b{fetch.index} = {{{row.key}: {call} for r in run.R[{fetch.index}]}}")
    return f"b{fetch.index}.get({key})"


def _everybody(_: Viewer) -> Q:
    return Q()


def _global_id(_: sources.GlobalId, asked: Asked) -> str:
    prefix = bound(asked.parent_class).prefix or ""
    if isinstance(asked.place, RowPlace):
        return f"{prefix + '_%d'!r} % {asked.place.raw('id')}"
    return f"{asked.to.text.bind(global_id, 'global_id')}({prefix!r}, c.id)"


def _column(source: sources.Column, asked: Asked) -> str:
    name, place = source.name or asked.name, asked.place
    if isinstance(place, ObjectPlace):
        return attribute_of(asked, place.raw(name))
    if is_composite_type(asked.named):
        return _from_expression(asked, decoded(asked.to, place, name))
    field = field_of(place.model, attribute(place.model, name))
    return asked.to.text.column(
        field, asked.type_, place.raw(name), decoded(asked.to, place, name), asked.to.speech
    )


def _computed(source: sources.Computed, asked: Asked) -> str:
    if is_leaf_type(asked.named):
        return asked.to.text.complete(asked.type_, called(asked, source))
    return _from_expression(asked, called(asked, source))


def _from_expression(asked: Asked, expression: str) -> str:
    """Objects that an expression makes anew each time it is read: made once where keys are collected from them."""
    to, place = asked.to, asked.place
    inner = ObjectPlace(None, place.round + 1)
    show = object_shape(to, inner, asked.named, asked.details)
    walker = to.text.walk(to.text.fresh("w"), inner.lines)
    if walker is None:
        return to.text.complete(asked.type_, expression, show)
    if isinstance(place, ObjectPlace) and getattr(asked.field.source, "over", None):
        raise Unplanned(f"{asked.parent.name}.{asked.name} names rows by what other rows say")
    made = to.value("computed", place, None, field=asked.field, walker=walker)
    name = f"value{made.index}"
    if isinstance(place, RowPlace):
        made.key = place.fetch.column(place.alias, place.model._meta.db_pk_column)
        to.text.function(name, "run, r", expression)
    else:
        place.collect(f"run.O[{made.index}].append(o)")
        to.text.function(name, "run, o, c", expression)
    made.function = name
    return to.text.complete(asked.type_, f"run.L[{made.index}][{place.key}]", show)


def _loaded(source: sources.Loaded, asked: Asked) -> str:
    return valued(asked, "loaded", source)


def resolved(asked: Asked) -> str:
    """What a plain resolver gives: called as graphql-core calls it, for each object."""
    node = asked.details[0].node
    root = Root(asked.definition, node, asked.parent)
    if asked.place is asked.to.stepped:
        key = (node.alias or node.name).value
        asked.to.roots[key] = root
        return valued(asked, "given", key)
    asked.to.resolvers[len(asked.to.values)] = root
    return valued(asked, "resolver", asked.definition.resolve)


def _part(_: sources.Part, asked: Asked) -> str:
    """The same row, shown as another type."""
    type_ = asked.to.object_type(asked.field.target)
    if isinstance(asked.place, RowPlace):
        return asked.to.selection(asked.place, type_, asked.details)
    inner = ObjectPlace(asked.field.target, asked.place.round)
    shown = asked.to.selection(inner, type_, asked.details)
    walker = asked.to.text.walk(asked.to.text.fresh("w"), inner.lines)
    if walker:
        asked.place.collect(f"{walker}(run, c)")
    return f"{asked.to.text.shape(shown)}(c)"


SIMPLE: dict[type, Callable[[Any, Asked], str]] = {
    sources.GlobalId: _global_id,
    sources.Column: _column,
    sources.Computed: _computed,
    sources.Loaded: _loaded,
    sources.Part: _part,
}
