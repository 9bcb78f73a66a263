"""The only file that touches undocumented parts of Tortoise: columns, conditions as text, rows from a driver.

Why and at what price: docs/adr/0006. tests/schema/plans/test_orm.py fails when a release changes one of them.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from functools import cache
from types import SimpleNamespace
from typing import Any, TypeVar

from pypika_tortoise.queries import Table
from pypika_tortoise.terms import Parameterizer
from tortoise import Tortoise
from tortoise.backends.base.client import BaseDBAsyncClient
from tortoise.expressions import Q, ResolveContext
from tortoise.fields import DatetimeField
from tortoise.fields.base import Field
from tortoise.models import Model
from tortoise.query_utils import EmptyCriterion, QueryModifier

from models.kernel.database import READER

PLACE = "\0"
"""Stands for a parameter in the text of a condition; the dialect numbers them in the end."""

INNER = "x"

M = TypeVar("M", bound=Model)


@dataclass(frozen=True, slots=True)
class Condition:
    """Text with a PLACE per value. An empty text holds for every row."""

    text: str
    values: tuple[Any, ...] = ()


def reader() -> BaseDBAsyncClient:
    """The read-only connection; all that the graph shows is read there."""
    return Tortoise.get_connection(READER)


def condition(model: type[Model], q: Q, alias: str) -> Condition:
    """A Q over a model's rows as text over that alias. One that joins becomes a correlated EXISTS."""
    modifier, inner = _resolved(model, q, alias), alias
    if modifier.joins:
        modifier, inner = _resolved(model, q, INNER), INNER
    if isinstance(modifier.where_criterion, EmptyCriterion):
        return Condition("")
    places = Parameterizer(lambda _: PLACE)
    context = reader().query_class.SQL_CONTEXT.copy(parameterizer=places, with_namespace=True)
    # Two conditions over one relation ask for the same join twice; dict.fromkeys keeps the first, in order.
    joins = "".join(
        dict.fromkeys(
            f" left join {table.get_sql(context.copy(with_alias=True))} on {on.get_sql(context)}"
            for table, on in modifier.joins
        )
    )
    text = modifier.where_criterion.get_sql(context)
    if inner != alias:
        key = f'"{key_column(model)}"'
        text = (
            f'exists (select 1 from "{table_of(model)}" "{INNER}"{joins} '  # noqa: S608 names only
            f'where "{INNER}".{key} = "{alias}".{key} and ({text}))'
        )
    return Condition(f"({text})", tuple(places.values))


def row_from(model: type[M], record: Mapping[str, Any]) -> M:
    """A row as the ORM would have made it from what a driver gave."""
    return model._init_from_db(**{name: _moment(model, name, record[name]) for name in columns(model)})


def _moment(model: type[Model], column: str, value: Any) -> Any:
    """SQLite gives times as texts; the ORM's own reading of them takes most of the time in which a row is made."""
    return datetime.fromisoformat(value) if isinstance(value, str) and column in _times(model) else value


@cache
def _times(model: type[Model]) -> frozenset[str]:
    """Columns that hold a time."""
    kept = model._meta.fields_db_projection.items()
    return frozenset(
        column for name, column in kept if isinstance(model._meta.fields_map[name], DatetimeField)
    )


def light_row(model: type[Model], record: Mapping[str, Any]) -> Any:
    """An object with some columns of a row, as the ORM would give them: making the row itself costs far more."""
    meta = model._meta
    found = SimpleNamespace()
    for column, value in record.items():
        name = meta.fields_db_projection_reverse[column]
        setattr(found, name, meta.fields_map[name].to_python_value(value))
    return found


def table_of(model: type[Model]) -> str:
    return str(model._meta.db_table)


def key_column(model: type[Model]) -> str:
    return str(model._meta.db_pk_column)


def key_attribute(model: type[Model]) -> str:
    return str(model._meta.pk_attr)


def columns(model: type[Model]) -> tuple[str, ...]:
    """Database columns, in the model's order."""
    return tuple(model._meta.fields_db_projection.values())


def attribute(model: type[Model], name: str) -> str:
    """The attribute that holds a column: `applicant_id` for the relation `applicant`.

    :raises KeyError: the model has no such column.
    """
    if name in model._meta.fk_fields:
        return str(model._meta.fields_map[name].source_field or f"{name}_id")
    field_of(model, name)
    return name


def column(model: type[Model], name: str) -> str:
    """The database column of an attribute or to-one relation. :raises KeyError: there is none."""
    return str(model._meta.fields_db_projection[attribute(model, name)])


def field_of(model: type[Model], name: str) -> "Field[Any]":
    """The ORM's field behind a column or relation. :raises KeyError: there is none.

    Before the database is opened the ORM knows a relation only by its name, not by its key's.
    """
    known = model._meta.fields_map
    relation = name.removesuffix("_id")
    return known[relation] if name not in known and relation in model._meta.fk_fields else known[name]


def is_relation(model: type[Model], name: str) -> bool:
    return name in model._meta.fk_fields


def related(model: type[Model], name: str) -> type[Model]:
    """The model that a relation leads to. Before the database is opened the ORM knows it by a text only."""
    found: Any = model._meta.fields_map[name]
    known = getattr(found, "related_model", None)
    return known if known is not None else _by_text(found.model_name)


def _by_text(name: Any) -> type[Model]:
    """`zhiye.Registration` among all models that there are; a class stands for itself."""
    if isinstance(name, type):
        return name
    wanted = str(name).rpartition(".")[2]
    return next(one for one in _all_below(Model) if one.__name__ == wanted)


def _all_below(base: type[Model]) -> Iterator[type[Model]]:
    for one in base.__subclasses__():
        yield one
        yield from _all_below(one)


def _resolved(model: type[Model], q: Q, alias: str) -> QueryModifier:
    return q.resolve(ResolveContext(model, Table(table_of(model)).as_(alias), {}, {}))
