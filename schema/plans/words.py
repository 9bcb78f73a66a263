"""Descriptions that follow from others: overridden fields, and the types of connections."""

import re
from inspect import get_annotations
from typing import Any

from strawberry.types.base import get_object_definition
from strawberry.types.field import StrawberryField

from schema.plans.unwrap import unwrapped


def inherit_descriptions(cls: type) -> None:
    """A field that overrides an interface's without words of its own keeps the interface's."""
    inherited = {
        field.python_name: field.description
        for base in reversed(cls.__mro__[1:])
        if (definition := get_object_definition(base))
        for field in definition.fields
    }
    for name in get_annotations(cls):
        field = cls.__dict__.get(name)
        if isinstance(field, StrawberryField) and field.description is None:
            field.description = inherited.get(name)


def describe_pages(graphql_types: dict[str, Any], connection: type, edge: type) -> None:
    """Connection and edge types are described after what they hold: 注册申请：一页, 注册申请：一条."""
    for type_ in graphql_types.values():
        definition = type_.extensions.get("strawberry-definition")
        if origin := getattr(definition, "concrete_of", None):
            words = {connection: "一页", edge: "一条"}.get(origin.origin)
            held = unwrapped(definition.origin)
            if words and (of := get_object_definition(held)):
                type_.description = f"{re.split('[：，]', of.description or '')[0]}：{words}"
