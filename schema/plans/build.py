"""The schema: built of declared types, checked whole, with the Node types it can find by id."""

from collections.abc import Iterable
from typing import Any

import strawberry
from strawberry.extensions import SchemaExtension
from strawberry.schema.config import StrawberryConfig
from strawberry.types.base import StrawberryObjectDefinition

from schema.common.context import FreshLoaders
from schema.common.errors import ERROR_TYPES
from schema.common.faults import Faults
from schema.common.interfaces import Node
from schema.common.scalars import SCALARS
from schema.plans.binding import Rows, rows_of
from schema.plans.check import check
from schema.plans.connection import Connection, Edge
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
            extensions=[FreshLoaders, Faults, *extensions],
            config=StrawberryConfig(scalar_map=SCALARS, disable_field_suggestions=True),
        )
        check(self.declared())
        self.nodes: dict[str, type] = {}
        for type_ in self.declared():
            rows = rows_of(type_)
            if rows and rows.prefix and issubclass(type_, Node):
                self._find_by(rows, type_)
        describe_pages(self._schema.type_map, Connection, Edge)

    def process_errors(self, errors: Any, execution_context: Any = None) -> None:
        """Errors are logged where they are masked (`schema.common.faults`), not by the library."""

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
