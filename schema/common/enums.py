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
    title = description or (kind.__doc__ or "").strip().split("\n")[0]
    made = _definition(kind, name, title)
    for value in made.values:
        value.description = words[kind[value.name]]
    return kind


def _definition(kind: type[E], name: str | None, description: str) -> Any:
    """The one definition of an enumeration: an annotation that was resolved earlier has made it without words."""
    made: Any = kind if "__strawberry_definition__" in vars(kind) else strawberry.enum(kind)
    found = made.__strawberry_definition__
    found.name, found.description = name or found.name, description
    return found
