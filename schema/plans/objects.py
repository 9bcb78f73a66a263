"""Objects by key or by global id: one loader per type for an operation, whichever fields ask for them."""

import asyncio
from collections.abc import Sequence
from typing import Any

from models.kernel.ids import parse_global_id
from models.kernel.orm import key_attribute
from schema.common.context import Context, Info
from schema.plans import reading, statement
from schema.plans.binding import bound, present


async def one(target: type, key: Any, context: Context, *, inherits: bool = False) -> Any:
    """The object of a type with that key, or None when there is none that the viewer may see.

    :param inherits: whoever sees the object that names it may see it.
    """
    if key is None:
        return None

    async def fetch(keys: Sequence[Any]) -> dict[Any, object]:
        return await at_once(target, keys, context, inherits=inherits)

    return await context.loaders.of(("one", target, inherits), fetch).load(key)


async def at_once(
    target: type, keys: Sequence[Any], context: Context, *, inherits: bool = False
) -> dict[Any, object]:
    """The objects of a type with those keys, by key, without waiting for others that ask for some."""
    rows = bound(target)
    level = statement.level(rows, context.viewer, inherits=inherits)
    name = key_attribute(rows.model)
    found = await reading.few(rows.model, statement.by_keys(level, keys))
    return {getattr(row, name): present(target, row) for row in found}


async def many(target: type, keys: Sequence[Any], context: Context) -> list[Any]:
    """The objects with those keys, in their order, without those that are hidden or missing."""
    found = await asyncio.gather(*(one(target, key, context) for key in keys))
    return [each for each in found if each is not None]


async def node(id_: str, info: Info) -> Any:
    """The object a global id names; None for a malformed, foreign, hidden or missing one alike."""
    parsed = parse_global_id(id_)
    target = getattr(info.schema, "nodes", {}).get(parsed[0]) if parsed else None
    return await one(target, parsed[1], info.context) if parsed and target else None
