"""The queue page: one query of its own, three loaders."""

import json
from base64 import urlsafe_b64decode
from collections import defaultdict
from datetime import datetime
from typing import Any

from strawberry.dataloader import DataLoader
from tortoise.expressions import Q

from bench.peers.rows import cursor_of
from bench.peers.stock import tables
from bench.peers.stock.types import PageInfo, Registration, RegistrationConnection
from bench.peers.stock.viewer import Viewer


def loaders() -> dict[str, Any]:
    """New ones for each request."""
    return {
        "people": DataLoader(load_fn=_people),
        "employers": DataLoader(load_fn=_employers),
        "stages": DataLoader(load_fn=_stages),
    }


async def queue_page(
    viewer: Viewer, first: int, after: str | None, states: list[str]
) -> RegistrationConnection:
    wanted = tables.Registration.filter(viewer.visible(), state__in=states)
    if after:
        moment, key = json.loads(urlsafe_b64decode(after + "=" * (-len(after) % 4)))
        at = datetime.fromisoformat(moment)
        wanted = wanted.filter(Q(updated_at__gt=at) | Q(updated_at=at, id__gt=key))
    rows = await wanted.order_by("updated_at", "id").limit(first + 1)
    shown = rows[:first]
    end = cursor_of(shown[-1].updated_at.isoformat(), shown[-1].id) if shown else None
    return RegistrationConnection(
        page_info=PageInfo(has_next_page=len(rows) > first, end_cursor=end),
        nodes=[Registration.of(row) for row in shown],
    )


async def _people(keys: list[int]) -> list[tables.Person]:
    found = await tables.Person.in_bulk(keys, "id")
    return [found[key] for key in keys]


async def _employers(keys: list[int]) -> list[tables.Employer]:
    found = await tables.Employer.in_bulk(keys, "id")
    return [found[key] for key in keys]


async def _stages(keys: list[int]) -> list[list[tables.Stage]]:
    found = defaultdict(list)
    for row in await tables.Stage.filter(registration_id__in=keys).order_by("registration_id", "place"):
        found[row.registration_id].append(row)
    return [found[key] for key in keys]
