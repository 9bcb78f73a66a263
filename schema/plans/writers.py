"""How any field is written into a plan."""

from collections.abc import Callable
from typing import Any

from schema.plans.connected import PAGED
from schema.plans.field import PlannedField
from schema.plans.links import LINKS
from schema.plans.places import ObjectPlace
from schema.plans.troubles import Unplanned
from schema.plans.written import SIMPLE, Asked, attribute_of, resolved

WRITERS: dict[type, Callable[[Any, Asked], str]] = {**SIMPLE, **LINKS, **PAGED}


def write_field(asked: Asked) -> str:
    """The expression of a field's answer. :raises Unplanned: there is none."""
    field = asked.field
    if isinstance(field, PlannedField):
        return WRITERS[type(field.source)](field.source, asked)
    if field.base_resolver:
        return resolved(asked)
    if isinstance(asked.place, ObjectPlace):
        return attribute_of(asked, f"o.{field.python_name}")
    raise Unplanned(f"{asked.parent.name}.{field.python_name} is said nowhere")
