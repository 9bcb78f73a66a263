"""The statements that every step makes: a row by its key, its next version. Each text is made once.

The ORM makes the text of a statement anew each time, which costs ten times what running it does. What is kept here is
the text by its shape; values, of the viewer's rights too, are always those of the call.
"""

from collections.abc import Mapping, Sequence
from functools import lru_cache
from typing import Any, TypeVar

from tortoise.expressions import Q
from tortoise.models import Model

from models.kernel.conditions import SAME, kept_condition
from models.kernel.database import connection_of
from models.kernel.dialect import Dialect, dialect
from models.kernel.orm import (
    PLACE,
    Condition,
    column,
    columns,
    field_of,
    key_attribute,
    key_column,
    row_from,
    table_of,
)
from models.kernel.sqlite import ImmediateSqliteClient, ImmediateTransaction

M = TypeVar("M", bound=Model)
Record = Mapping[str, Any]

Among = tuple[str, Sequence[Any]]

KEPT = 4096
EVERY_ROW = Q()


async def ask(text: str, values: Sequence[Any], *, of: str | None = None) -> Sequence[Record]:
    """The rows of a statement that finds what it touches by an index; values as the driver wants them.

    :param of: which connection; without it the unit's, or outside of units the one that only reads.
    """
    connection = connection_of(of)
    if isinstance(connection, ImmediateTransaction | ImmediateSqliteClient):
        found: Sequence[Record] = connection.at_once(text, values)
        return found
    return await connection.execute_query_dict(text, list(values))


async def by_key(model: type[M], key: Any, visible: Q = EVERY_ROW, *, lock: bool = False) -> M | None:
    """The row with that key; `visible` narrows, `lock` keeps it from others until the unit ends."""
    found = await picked(model, Q(**{key_attribute(model): key}), visible, lock=lock)
    return found[0] if found else None


async def picked(
    model: type[M], *held: Q, among: Among | None = None, order: tuple[str, ...] = (), lock: bool = False
) -> list[M]:
    """Rows that an index finds and of which there are few: those for which all of `held` is true.

    :param among: a column and the keys of which it has one.
    :param order: columns; one with a minus in front goes down.
    """
    speech = dialect()
    conditions = [kept_condition(model, q) for q in held]
    if among:
        name, keys = among
        conditions.append(Condition(speech.among(f'"{SAME}"."{column(model, name)}"'), (speech.keys(keys),)))
    texts = tuple(one.text for one in conditions if one.text)
    values = [speech.value(value) for one in conditions for value in one.values]
    text = _select(model, texts, order, speech, lock and speech.postgres)
    return [row_from(model, record) for record in await ask(text, values)]


async def update(row: Model, key: int, version: int, names: Sequence[str], values: Sequence[Any]) -> bool:
    """Write columns of one version of a row; False when it is not that version any more."""
    speech = dialect()
    model = type(row)
    written = [
        speech.value(field_of(model, name).to_db_value(value, row))
        for name, value in zip(names, values, strict=True)
    ]
    return bool(await ask(_update(model, tuple(names), speech), [*written, key, version]))


@lru_cache(maxsize=KEPT)
def _select(
    model: type[Model], held: tuple[str, ...], order: tuple[str, ...], speech: Dialect, lock: bool
) -> str:
    names = ", ".join(f'"{SAME}"."{name}"' for name in columns(model))
    where = f" where {' and '.join(held)}" if held else ""
    ways = (f'"{SAME}"."{column(model, name.lstrip("-"))}"{" desc" * name.startswith("-")}' for name in order)
    ordered = f" order by {', '.join(ways)}" if order else ""
    return speech.numbered(
        f'select {names} from "{table_of(model)}" "{SAME}"{where}{ordered}{" for update" if lock else ""}'  # noqa: S608 names only
    )


@lru_cache(maxsize=KEPT)
def _update(model: type[Model], names: tuple[str, ...], speech: Dialect) -> str:
    key = key_column(model)
    written = ", ".join(f'"{column(model, name)}" = {PLACE}' for name in names)
    return speech.numbered(
        f'update "{table_of(model)}" set {written} where "{key}" = {PLACE} and "version" = {PLACE} returning "{key}"'  # noqa: S608 names only
    )
