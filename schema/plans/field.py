"""A Strawberry field that holds a Source instead of a resolver."""

from collections.abc import Sequence
from functools import cached_property
from inspect import Parameter
from typing import Any

from strawberry.annotation import StrawberryAnnotation
from strawberry.types.arguments import StrawberryArgument
from strawberry.types.field import StrawberryField

from schema.plans.resolve import resolve
from schema.plans.source import One, Source
from schema.plans.unwrap import unwrapped


class PlannedField(StrawberryField):
    """Where a field's value comes from is data; graphql-core's way of getting it is in `resolve`."""

    def __init__(
        self, source: Source, description: str | None, arguments: Sequence[StrawberryArgument] = ()
    ) -> None:
        super().__init__(description=description)
        self.source = source
        self.arguments = list(arguments)
        self.init = self.compare = self.repr = False

    def __copy__(self) -> "PlannedField":
        twin = PlannedField(self.source, self.description, self.arguments)
        twin.python_name, twin.graphql_name = self.python_name, self.graphql_name
        twin.type_annotation, twin.origin = self.type_annotation, self.origin
        return twin

    @property
    def is_basic_field(self) -> bool:
        return False

    def get_result(self, source: Any, info: Any, args: list[Any], kwargs: Any) -> Any:
        return resolve(self, source, info, kwargs)

    @cached_property
    def target(self) -> Any:
        """The type of the objects it gives, without list, null, lazy reference or connection."""
        if isinstance(self.source, One) and self.source.gives:
            return self.source.gives()
        return unwrapped(self.resolve_type())


def argument(name: str, type_: Any, description: str) -> StrawberryArgument:
    """An argument without a default: any other "no default" would be printed in the schema."""
    return StrawberryArgument(
        python_name=name,
        graphql_name=None,
        type_annotation=StrawberryAnnotation(type_),
        description=description,
        default=Parameter.empty,
    )
