"""Does a column, or what a function gives, fit the type of a field?"""

from collections.abc import Callable, Iterator
from datetime import date, datetime
from decimal import Decimal
from enum import Enum
from types import NoneType, UnionType
from typing import Any, Union, get_args, get_origin, get_type_hints

from strawberry.types.base import StrawberryList, StrawberryOptional
from strawberry.types.enum import StrawberryEnumDefinition
from strawberry.types.scalar import ScalarDefinition
from tortoise import fields
from tortoise.fields.data import CharEnumFieldInstance
from tortoise.models import Model

from models.kernel.orm import field_of, is_relation

Misfit = str
"""What is wrong, to be read after the field's name."""

SIMPLE = (str, bool, int, float, datetime, date, Decimal)

COLUMN_TYPES: tuple[tuple[Any, type], ...] = (
    (fields.BooleanField, bool),
    (fields.IntField, int),
    (fields.FloatField, float),
    (fields.DecimalField, Decimal),
    (fields.DatetimeField, datetime),
    (fields.DateField, date),
    (fields.CharField, str),
    (fields.TextField, str),
)


def has_column(model: type[Model], name: str) -> bool:
    try:
        field_of(model, name)
    except KeyError:
        return False
    return True


def is_nullable(model: type[Model], name: str) -> bool:
    return has_column(model, name) and bool(field_of(model, name).null)


def column_misfits(model: type[Model], name: str, type_: Any) -> Iterator[Misfit]:
    """What is wrong with showing a column as a GraphQL type."""
    if not has_column(model, name):
        yield f"{model.__name__} has no column {name}"
        return
    if is_relation(model, name):
        yield f"{name} is a relation: declare it with one"
        return
    if is_nullable(model, name) and not isinstance(type_, StrawberryOptional):
        yield f"is not nullable but the column {name} is"
    shown, kept = _plain(type_), _kept(field_of(model, name))
    if shown and kept and not _fits(kept, shown):
        yield f"is {shown.__name__} but the column {name} is {kept.__name__}"
    if shown is int and isinstance(field_of(model, name), fields.BigIntField):
        yield f"is Int, which has 32 bits, but the column {name} has 64"


def result_misfits(function: Callable[..., Any], type_: Any) -> Iterator[Misfit]:
    """What is wrong with showing what a function gives as a GraphQL type; only simple types are compared."""
    try:
        given = get_type_hints(function).get("return")
    except NameError:
        return
    if get_origin(given) in (Union, UnionType):
        members = [each for each in get_args(given) if each is not NoneType]
        if NoneType in get_args(given) and not isinstance(type_, StrawberryOptional):
            yield f"is not nullable but {function.__name__} may give None"
        given = members[0] if len(members) == 1 else None
    shown = _plain(type_)
    if shown and isinstance(given, type) and _is_simple(given) and not _fits(given, shown):
        yield f"is {shown.__name__} but {function.__name__} gives {given.__name__}"


def _kept(field: "fields.Field[Any]") -> type | None:
    if isinstance(field, CharEnumFieldInstance):
        return field.enum_type
    return next((type_ for kind, type_ in COLUMN_TYPES if isinstance(field, kind)), None)


def _plain(type_: Any) -> type | None:
    """The Python type of a scalar or enum; None for lists and objects, which are not compared."""
    if isinstance(type_, StrawberryOptional):
        return _plain(type_.of_type)
    if isinstance(type_, StrawberryEnumDefinition):
        return type_.wrapped_cls
    if isinstance(type_, StrawberryList | ScalarDefinition) or not isinstance(type_, type):
        return None
    return type_ if _is_simple(type_) else None


def _is_simple(type_: type) -> bool:
    return type_ in SIMPLE or issubclass(type_, Enum)


def _fits(given: type, shown: type) -> bool:
    # Texts may be kept of enumerations that another area owns (profession, grade).
    return given is shown or (given is str and issubclass(shown, str))
