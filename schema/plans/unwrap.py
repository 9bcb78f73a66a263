"""From a field's type to the type of the objects it gives."""

from typing import Any

from strawberry.types.base import StrawberryContainer, get_object_definition
from strawberry.types.lazy_type import LazyType


def unwrapped(type_: Any) -> Any:
    """Without list, null, lazy reference or connection."""
    while True:
        if isinstance(type_, StrawberryContainer):
            type_ = type_.of_type
        elif isinstance(type_, LazyType):
            type_ = type_.resolve_type()
        elif (definition := get_object_definition(type_)) and definition.type_var_map:
            (type_,) = definition.type_var_map.values()
        else:
            return type_
