"""The schema: built of declared types, checked whole, with the Node types it can find by id."""

from collections.abc import Callable, Iterable
from typing import Any

import strawberry
from graphql import GraphQLObjectType, GraphQLSchema
from strawberry.extensions import SchemaExtension
from strawberry.schema.config import StrawberryConfig
from strawberry.types.base import StrawberryObjectDefinition

from models.kernel.viewer import Viewer
from schema.common.context import FreshLoaders
from schema.common.documents import SoundDocuments
from schema.common.errors import ERROR_TYPES
from schema.common.faults import Faults
from schema.common.interfaces import Node
from schema.common.scalars import SCALARS
from schema.plans.binding import Rows, rows_of
from schema.plans.check import check
from schema.plans.connection import Connection, Edge
from schema.plans.field import PlannedField
from schema.plans.once import take_over
from schema.plans.words import describe_pages


class PlannedSchema(strawberry.Schema):
    """A schema of declared types.

    :param types: types that no field names, only their interface.
    :param extensions: those of the service, besides the ones every schema needs.
    :raises WrongDeclarations: with everything that is wrong.
    """

    def __init__(
        self,
        query: type,
        mutation: type | None = None,
        subscription: type | None = None,
        *,
        types: Iterable[type] = (),
        extensions: Iterable[type[SchemaExtension]] = (),
    ) -> None:
        super().__init__(
            query,
            mutation,
            subscription,
            types=[*types, *(ERROR_TYPES if mutation else ())],
            extensions=[FreshLoaders, Faults, *extensions, SoundDocuments],
            config=StrawberryConfig(scalar_map=SCALARS, disable_field_suggestions=True),
        )
        check(self.declared())
        take_over(self.core.mutation_type)
        self.object_types: dict[type, GraphQLObjectType] = {}
        for shown in self._schema.type_map.values():
            if isinstance(shown, GraphQLObjectType) and "strawberry-definition" in shown.extensions:
                self.object_types[shown.extensions["strawberry-definition"].origin] = shown
        self.asking = _asking(self.object_types.values())
        self.nodes: dict[str, type] = {}
        for type_ in self.declared():
            rows = rows_of(type_)
            if rows and rows.prefix and issubclass(type_, Node):
                self._find_by(rows, type_)
        describe_pages(self._schema.type_map, Connection, Edge)

    def process_errors(self, errors: Any, execution_context: Any = None) -> None:
        """Errors are logged where they are masked (`schema.common.faults`), not by the library."""

    @property
    def core(self) -> GraphQLSchema:
        """What graphql-core executes."""
        return self._schema

    def declared(self) -> list[type]:
        """The Python classes of its object and interface types."""
        definitions = [
            type_.extensions.get("strawberry-definition") for type_ in self._schema.type_map.values()
        ]
        return [
            definition.origin
            for definition in definitions
            if isinstance(definition, StrawberryObjectDefinition)
        ]

    def _find_by(self, rows: Rows, type_: type) -> None:
        # The interface over the rows goes before its variants: it knows which one a row is.
        if rows.prefix and (rows.variant or rows.prefix not in self.nodes):
            self.nodes[rows.prefix] = type_


def _asking(types: Iterable[GraphQLObjectType]) -> dict[str, list[Callable[[Viewer], bool]]]:
    """By the name of a field: what asks whether the viewer may read it."""
    found: dict[str, list[Callable[[Viewer], bool]]] = {}
    for type_ in types:
        for name, definition in type_.fields.items():
            field = definition.extensions.get("strawberry-definition")
            if isinstance(field, PlannedField) and field.source.allow:
                found.setdefault(name, []).append(field.source.allow)
    return found
