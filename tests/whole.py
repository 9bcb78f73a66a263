"""Everything that a database holds: the journal whole, and how many rows each table has."""

from typing import Any

from tortoise import Tortoise
from tortoise.models import Model

from models.kernel.journal import Entry, Position, read_after
from models.kernel.tables import JournalRow


async def all_entries() -> list[Entry]:
    found, position = list[Entry](), Position(0, 0)
    while run := await read_after(position, 2000):
        found += run
        position = run[-1].position
    return found


async def row_counts() -> dict[str, Any]:
    assert Tortoise.apps is not None
    models: list[type[Model]] = list(Tortoise.apps["zhiye"].values())
    return {model.__name__: await model.all().count() for model in models} | {
        "last": await JournalRow.all().order_by("-id").first().values("id")
    }
