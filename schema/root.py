"""The whole schema, put together from the areas."""

from collections.abc import Sequence
from typing import Any

from strawberry.extensions import SchemaExtension
from strawberry.schema.config import StrawberryConfig
from strawberry.tools import merge_types
from strawberry.types.base import get_object_definition

from schema import (
    agencies,
    authorities,
    batches,
    deliveries,
    education,
    files,
    journal,
    live,
    noticeboard,
    notices,
    people,
    registration,
    registration_enums,
    transfers,
    views,
)
from schema.authorities import enums as authorities_enums
from schema.common.sensitive import is_sensitive
from schema.education import enums as education_enums
from schema.people import enums as people_enums
from schema.plans.build import PlannedSchema

Area = Any
"""A module with any of the classes Query, Mutation and Subscription."""

AREAS: tuple[Area, ...] = (
    journal,
    people,
    authorities,
    agencies,
    files,
    registration,
    batches,
    deliveries,
    education,
    transfers,
    notices,
    noticeboard,
    views,
    live,
)
ENUMERATIONS = (people_enums, authorities_enums, registration_enums, education_enums)
"""Enumerations of models that several areas show, with their words."""
TYPES = agencies.TYPES
"""Types that only an interface leads to."""
DESCRIPTIONS = {
    "Query": "查询",
    "Mutation": "操作：一个步骤一个，按领域写在各章之后",
    "Subscription": "订阅：先补发游标之后的，再实时，按提交先后，不缺不重",
}


def build_schema(
    extensions: Sequence[type[SchemaExtension]] = (), areas: Sequence[Area] = AREAS
) -> PlannedSchema:
    """The schema over these areas; `extensions` are the transport's limits and caches."""
    for enumerations in ENUMERATIONS:
        enumerations.show()
    roots = {name: _root(name, areas) for name in DESCRIPTIONS}
    return PlannedSchema(
        roots["Query"] or object,
        roots["Mutation"],
        roots["Subscription"],
        types=TYPES,
        extensions=extensions,
    )


def sensitive_fields(areas: Sequence[Area] = AREAS) -> frozenset[str]:
    """GraphQL names of root fields of which one operation may hold only one."""
    definitions = [
        get_object_definition(getattr(area, name), strict=True)
        for area in areas
        for name in DESCRIPTIONS
        if hasattr(area, name)
    ]
    names = StrawberryConfig().name_converter
    return frozenset(names.get_graphql_name(f) for d in definitions for f in d.fields if is_sensitive(f))


def _root(name: str, areas: Sequence[Area]) -> type | None:
    parts = tuple(getattr(area, name) for area in areas if hasattr(area, name))
    if not parts:
        return None
    merged = merge_types(name, parts)
    get_object_definition(merged, strict=True).description = DESCRIPTIONS[name]
    return merged
