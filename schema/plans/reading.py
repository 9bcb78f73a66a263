"""Statements run one by one, as graphql-core's way needs them: rows as the ORM would have made them."""

from collections.abc import Sequence
from typing import Any, TypeVar

from tortoise.models import Model

from models.kernel.orm import reader, row_from
from schema.plans.statement import Statement
from schema.plans.together import at_once

M = TypeVar("M", bound=Model)


async def rows(model: type[M], statement: Statement) -> list[M]:
    """The rows of a statement over all columns of a model."""
    return [row_from(model, record) for record in await _run(statement)]


async def number(statement: Statement) -> int:
    """What a `count` gives."""
    (record,) = await _run(statement)
    return int(record["many"])


async def numbers(statement: Statement) -> dict[Any, int]:
    """What `counts` gives."""
    return {record["parent"]: int(record["many"]) for record in await _run(statement)}


async def _run(statement: Statement) -> Sequence[dict[str, Any]]:
    return await at_once(_read, statement.text, statement.values)


async def _read(text: str, values: Sequence[Any]) -> Sequence[dict[str, Any]]:
    found: Sequence[dict[str, Any]] = await reader().execute_query_dict(text, list(values))
    return found
