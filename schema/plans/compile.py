"""From a validated operation to a plan: its statements, level by level, and the text of the function that answers.

Fields are collected by graphql-core itself, with the concrete values of the variables that @include and @skip name,
so that merging, fragments, type conditions and the order of keys are right by construction.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from graphql import (
    FieldNode,
    FragmentDefinitionNode,
    GraphQLField,
    GraphQLNamedType,
    GraphQLObjectType,
    OperationDefinitionNode,
    OperationType,
)
from graphql.execution.collect_fields import FragmentDetails, collect_fields, collect_subfields
from graphql.execution.values import VariableValues
from strawberry.types.base import StrawberryObjectDefinition
from strawberry.types.field import StrawberryField

from models.kernel.dialect import Dialect
from schema.plans.build import PlannedSchema
from schema.plans.field import PlannedField
from schema.plans.places import Fetch, ObjectPlace, Place, Root, Values
from schema.plans.text import Text
from schema.plans.troubles import Unplanned
from schema.plans.writers import write_field
from schema.plans.written import Asked

Details = list[Any]
"""What graphql-core collects under one response key."""


@dataclass(frozen=True, eq=False)
class Question:
    """One operation, with one answer to each @include, @skip and `allow`, on one kind of database."""

    schema: PlannedSchema
    fragments: dict[str, FragmentDefinitionNode]
    operation: OperationDefinitionNode
    variables: VariableValues
    allowed: Callable[[Any], bool]
    speech: Dialect


class Compiler:
    """Compiles one question."""

    def __init__(self, question: Question) -> None:
        self.schema = question.schema
        self.core = question.schema.core
        self.operation = question.operation
        self.variables = question.variables
        self.allowed = question.allowed
        self.speech = question.speech
        self.text = Text()
        self.fetches: list[Fetch] = []
        self.values: list[Values] = []
        self.arguments: list[tuple[GraphQLField, FieldNode, StrawberryField]] = []
        self.resolvers: dict[int, Root] = {}
        self.stepped: ObjectPlace | None = None
        """The root of a mutation or subscription, whose fields' values are given to the plan."""
        self.roots: dict[str, Root] = {}
        self.about: list[int] = []
        """Statements that read the object a frame is about."""
        self.needs_head = False
        self.given: set[str] = set()
        self.fragments = {name: FragmentDetails(node) for name, node in question.fragments.items()}

    def root(self) -> None:
        """Compile the whole operation. :raises Unplanned: something in it has no plan."""
        type_ = self.core.get_root_type(self.operation.operation)
        assert type_
        collected = collect_fields(self.core, self.fragments, self.variables, type_, self.operation)
        place = ObjectPlace(None, 0)
        if self.operation.operation is not OperationType.QUERY:
            self.stepped = place
        shown = self._fields(place, type_, collected)
        self.text.walk("collect_root", place.lines)
        self.text.line(f"return {shown}")
        for fetch in self.fetches:
            fetch.settle()
            self.text.collector(fetch.index, fetch.collector)

    def selection(self, place: Place, type_: GraphQLObjectType, details: Details) -> str:
        """The dict display of an object's answer."""
        collected = collect_subfields(
            self.core, self.fragments, self.variables, self.operation, type_, details
        )
        return self._fields(place, type_, collected)

    def fetch(self, kind: str, rows: Any, place: Place, **more: Any) -> Fetch:
        """A new statement, whose keys come from that place."""
        made = Fetch(len(self.fetches), kind, rows, place.round, **more)
        self.fetches.append(made)
        return made

    def value(self, kind: str, place: Place, function: Any, **more: Any) -> Values:
        """New values, computed over that place before the answer is written."""
        made = Values(len(self.values), kind, place, function, **more)
        self.values.append(made)
        return made

    def argument(self, definition: GraphQLField, details: Details, field: StrawberryField) -> int:
        """Where the field's arguments are found when the plan runs."""
        self.arguments.append((definition, details[0].node, field))
        return len(self.arguments) - 1

    def object_type(self, type_: type) -> GraphQLObjectType:
        """The GraphQL type of a Python class. :raises Unplanned: it is none, or an interface."""
        found = self.schema.object_types.get(type_)
        if found is None:
            raise Unplanned(f"{type_.__name__} is not an object type")
        return found

    def class_of(self, type_: GraphQLNamedType) -> type:
        definition = type_.extensions.get("strawberry-definition")
        if not isinstance(definition, StrawberryObjectDefinition):
            raise Unplanned(f"{type_.name} is made by the library")
        return definition.origin

    def _fields(self, place: Place, type_: GraphQLObjectType, collected: Any) -> str:
        if collected.new_defer_usages:
            raise Unplanned("@defer")
        parts = [
            f"{key!r}: {self._field(place, type_, details)}"
            for key, details in collected.grouped_field_set.items()
        ]
        return "{" + ", ".join(parts) + "}"

    def _field(self, place: Place, type_: GraphQLObjectType, details: Details) -> str:
        name = details[0].node.name.value
        if name == "__typename":
            return repr(type_.name)
        if name.startswith("__") or details[0].fragment_variable_values:
            raise Unplanned(name)
        definition = type_.fields[name]
        field = definition.extensions.get("strawberry-definition")
        if not isinstance(field, StrawberryField):
            raise Unplanned(f"{type_.name}.{name} is made by the library")
        if isinstance(field, PlannedField) and field.source.allow and not self.allowed(field.source.allow):
            if field.source.refuse == "error":
                raise Unplanned(f"{type_.name}.{name} is refused")
            return "None"
        return write_field(Asked(self, place, type_, definition, field, details))
