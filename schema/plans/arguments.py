"""Variables and arguments coerced once for all requests that differ in plain texts only: cursors, ids, searches.

Coercing a text is handing it on. All other values are part of the key under which what graphql-core and Strawberry
made of them is kept; so every value was coerced by them, here or the first time.
"""

from collections import OrderedDict
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import orjson
from graphql import (
    ArgumentNode,
    DocumentNode,
    FieldNode,
    GraphQLField,
    NamedTypeNode,
    NonNullTypeNode,
    OperationDefinitionNode,
    VariableNode,
    Visitor,
    visit,
)
from graphql.execution.values import VariableValues, get_argument_values, get_variable_values
from strawberry.types.arguments import convert_arguments
from strawberry.types.field import StrawberryField

from schema.plans.build import PlannedSchema
from schema.plans.troubles import Unexpected

MOST_KEPT = 256
"""Of one operation; the one not asked for the longest is forgotten."""
TEXTS = {"String", "ID"}

Definition = tuple[GraphQLField, FieldNode, StrawberryField]


@dataclass(frozen=True, eq=False)
class Bound:
    """The variables of one request, and the arguments that follow from them."""

    schema: PlannedSchema
    values: VariableValues
    texts: Mapping[str, str]
    """Plain texts of this request by variable; `values` may hold another request's."""
    kept: dict[int, "Kept"]
    """Arguments by field, of all requests with the same `values`."""

    @property
    def coerced(self) -> VariableValues:
        """Of this very request."""
        if not self.texts:
            return self.values
        sources = {
            name: source._replace(value=self.texts[name]) if name in self.texts else source
            for name, source in self.values.sources.items()
        }
        return VariableValues(sources, {**self.values.coerced, **self.texts})

    def argument(self, at: int, definition: Definition) -> dict[str, Any]:
        """A field's arguments as Python values, coerced as graphql-core and Strawberry do."""
        kept = self.kept.get(at)
        if kept is None:
            kept = self.kept[at] = self._converted(definition)
        if not kept.texts:
            return kept.values
        return kept.values | {name: self.texts[variable] for name, variable in kept.texts}

    def _converted(self, definition: Definition) -> "Kept":
        given, node, field = definition
        config = self.schema.config
        values = convert_arguments(
            get_argument_values(given, node, self.coerced),
            field.arguments,
            scalar_registry=self.schema.schema_converter.scalar_registry,
            config=config,
        )
        variables = {
            one.name.value: one.value.name.value
            for one in node.arguments or ()
            if isinstance(one.value, VariableNode) and one.value.name.value in self.texts
        }
        names = {config.name_converter.from_argument(one): one.python_name for one in field.arguments}
        return Kept(values, tuple((names[name], variable) for name, variable in variables.items()))


@dataclass(frozen=True, eq=False, slots=True)
class Kept:
    """A field's arguments, and which of them are a request's own texts: pairs of argument and variable."""

    values: dict[str, Any]
    texts: tuple[tuple[str, str], ...]


class Binder:
    """Binds requests of one operation."""

    def __init__(
        self, schema: PlannedSchema, document: DocumentNode, operation: OperationDefinitionNode
    ) -> None:
        self._schema = schema
        self._definitions = operation.variable_definitions or ()
        nested = _Nested()
        visit(document, nested)
        self._free = frozenset(
            one.variable.name.value
            for one in self._definitions
            if _type_name(one.type) in TEXTS and one.variable.name.value not in nested.names
        )
        self._kept: OrderedDict[tuple[bytes, frozenset[str]], Bound] = OrderedDict()

    def bind(self, variables: Mapping[str, Any]) -> Bound:
        """:raises Unexpected: the variables do not fit."""
        texts = {name: variables[name] for name in self._free if type(variables.get(name)) is str}
        rest = {name: value for name, value in variables.items() if name not in texts}
        key = (orjson.dumps(rest, option=orjson.OPT_SORT_KEYS), frozenset(texts))
        if key not in self._kept:
            self._kept[key] = Bound(self._schema, self._coerced(variables), texts, {})
            while len(self._kept) > MOST_KEPT:
                self._kept.popitem(last=False)
        self._kept.move_to_end(key)
        known = self._kept[key]
        return Bound(self._schema, known.values, texts, known.kept)

    def _coerced(self, variables: Mapping[str, Any]) -> VariableValues:
        found = get_variable_values(self._schema.core, self._definitions, dict(variables))
        if isinstance(found, list):
            raise Unexpected(found)
        return found


class _Nested(Visitor):
    """Variables that stand inside of a list or an object: there Strawberry makes something of their text."""

    def __init__(self) -> None:
        super().__init__()
        self.names: set[str] = set()

    def enter_variable(self, node: VariableNode, _: object, parent: Any, *__: object) -> None:
        if not isinstance(parent, ArgumentNode):
            self.names.add(node.name.value)

    def enter_variable_definition(self, *_: object) -> bool:
        return False


def _type_name(type_: Any) -> str | None:
    inner = type_.type if isinstance(type_, NonNullTypeNode) else type_
    return inner.name.value if isinstance(inner, NamedTypeNode) else None
