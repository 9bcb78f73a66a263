"""A column that holds a short list of names and can be searched for one of them on every database."""

from typing import Any

from tortoise import fields
from tortoise.expressions import Q

SEPARATOR = ","


class NamesField(fields.TextField):
    """Kept as `,FIRE_ENGINEER,SAFETY_ENGINEER,`; a list of texts in Python."""

    def to_db_value(self, value: Any, instance: Any) -> Any:
        if isinstance(value, str) or value is None:
            return value
        return f"{SEPARATOR}{SEPARATOR.join(value)}{SEPARATOR}" if value else ""

    def to_python_value(self, value: Any) -> Any:
        if isinstance(value, str):
            return [name for name in value.split(SEPARATOR) if name]
        return list(value or ())


def has_name(column: str, name: str) -> Q:
    """Condition: the list in that column holds the name."""
    return Q(**{f"{column}__contains": f"{SEPARATOR}{name}{SEPARATOR}"})
