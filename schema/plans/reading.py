"""Statements run one by one, as graphql-core's way needs them: rows as the ORM would have made them."""

from collections.abc import Mapping, Sequence
from typing import Any, TypeVar

from tortoise.models import Model

from models.kernel.database import READER
from models.kernel.orm import reader, row_from
from models.kernel.statements import ask
from schema.plans.statement import Statement
from schema.plans.together import at_once

M = TypeVar("M", bound=Model)


async def rows(model: type[M], statement: Statement) -> list[M]:
    """The rows of a statement over all columns of a model."""
    return [row_from(model, record) for record in await _run(statement)]


async def few(model: type[M], statement: Statement) -> list[M]:
    """The same of a statement that finds its rows by their keys."""
    found = await at_once(_read_few, statement.text, statement.values)
    return [row_from(model, record) for record in found]


async def number(statement: Statement) -> int:
    """What a `count` gives."""
    (record,) = await _run(statement)
    return int(record["many"])


async def numbers(statement: Statement) -> dict[Any, int]:
    """What `counts` gives."""
    return {record["parent"]: int(record["many"]) for record in await _run(statement)}


async def _run(statement: Statement) -> Sequence[Mapping[str, Any]]:
    return await at_once(_read, statement.text, statement.values)


async def _read(text: str, values: Sequence[Any]) -> Sequence[Mapping[str, Any]]:
    found: Sequence[dict[str, Any]] = await reader().execute_query_dict(text, list(values))
    return found


async def _read_few(text: str, values: Sequence[Any]) -> Sequence[Mapping[str, Any]]:
    return await ask(text, values, of=READER)
