"""Filters: inputs whose fields say which condition on rows a given value means."""

from collections.abc import Callable
from inspect import signature
from typing import Any

import strawberry
from strawberry.types.base import get_object_definition
from strawberry.types.field import StrawberryField
from tortoise.expressions import Q

from models.kernel.viewer import Viewer

LOOKUPS = {
    "=": "",
    "in": "__in",
    "prefix": "__startswith",
    "contains": "__icontains",
    ">=": "__gte",
    "<=": "__lte",
}

Meaning = Callable[..., Q]


class WhereField(StrawberryField):
    """A field of a filter input. `column` is None when a function makes the condition."""

    def __init__(
        self, column: str | None, meaning: Meaning, description: str | None, *, pure: bool = True
    ) -> None:
        super().__init__(description=description, default=strawberry.UNSET)
        self.column = column
        self.meaning = meaning
        self.pure = pure
        self.wants_viewer = "viewer" in signature(meaning).parameters

    def condition(self, value: Any, viewer: Viewer | None) -> Q:
        """The condition that a value means; `viewer` may be None where the meaning does not want one."""
        return self.meaning(value, viewer=viewer) if self.wants_viewer else self.meaning(value)


def where(
    column: str | Meaning, lookup: str = "=", *, pure: bool = False, description: str | None = None
) -> Any:
    """A condition on a column, or what a function of the value (and of `viewer`, if it names it) gives.

    :param lookup: `=`, `in`, `prefix`, `contains`, `>=` or `<=`.
    :param pure: the function gives the same condition for the same value (and viewer) for ever: it looks at no
        clock and at no row. Then its text is kept.
    """
    if not isinstance(column, str):
        return WhereField(None, column, description, pure=pure)
    name = f"{column}{LOOKUPS[lookup]}"
    return WhereField(column, lambda value: Q(**{name: value}), description)


def condition_of(chosen: Any, viewer: Viewer) -> Q:
    """The condition that a filled-in filter means; fields left out or null do not count."""
    only = Q()
    if chosen is None:
        return only
    for field in get_object_definition(chosen, strict=True).fields:
        value = getattr(chosen, field.python_name)
        if isinstance(field, WhereField) and value not in (None, strawberry.UNSET):
            only &= field.condition(value, viewer)
    return only
