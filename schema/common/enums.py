"""Enumerations of models as GraphQL shows them."""

from collections.abc import Mapping
from enum import Enum
from typing import Any, TypeVar

import strawberry

E = TypeVar("E", bound=Enum)


def expose(
    kind: type[E], words: Mapping[E, str], *, name: str | None = None, description: str | None = None
) -> type[E]:
    """Show an enumeration in the graph, with the word of each member (a workflow's `words` will do).

    Annotations go on using the enumeration itself. Without a description, the first line of its docstring.

    :raises LookupError: a member has no word.
    """
    made: Any = strawberry.enum(
        kind, name=name, description=description or (kind.__doc__ or "").strip().split("\n")[0]
    )
    for value in made.__strawberry_definition__.values:
        value.description = words[kind[value.name]]
    return kind
