"""What people do while things break: save their drafts, claim and decide. Every step is a mutation through /graphql."""

import asyncio
import random
from collections.abc import AsyncIterator, Sequence
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass
from itertools import cycle
from typing import Any

import httpx

from tests.factories import Story
from tests.faults.house import House, Seat
from tests.journeys.client import Client, Faulted, Json, new_key, visiting
from tests.server import Server

PASSES = 4
"""Stages of a case that are passed until it is granted."""
DECIDED = 2 * PASSES
"""Entries of a case that is decided: a claim and a pass at each stage."""
AGAIN_SECONDS = 0.05


@dataclass
class Hands:
    """Somebody's way to the service: every step by another server, at uneven distances.

    A step without an answer is asked again with its key; with `forgiving` one that met a fault of the service, too.
    """

    clients: Sequence[Client]
    chance: random.Random
    pause_seconds: float = 0.0
    forgiving: bool = False

    async def do(self, seat: Seat, step: str, give: str, **values: Any) -> Json:
        await asyncio.sleep(self.chance.random() * self.pause_seconds)
        key = new_key()
        while True:
            client = Client(self.chance.choice(self.clients).http, seat.token)
            try:
                return await client.do(step, give, idempotencyKey=key, **values)
            except httpx.TransportError:
                await asyncio.sleep(AGAIN_SECONDS)
            except Faulted as fault:
                if not self.forgiving or not {"INTERNAL", "UNAVAILABLE"}.issuperset(fault.codes):
                    raise
                await asyncio.sleep(AGAIN_SECONDS)

    async def save(self, house: House, story: Story, times: int) -> None:
        """So many changes of one draft, one after the other: each is one event for its applicant only."""
        for _ in range(times):
            saved = await self.do(
                house.seat(story.filer), "saveRegistration", "registration { version }",
                id=story.case.global_id, version=story.case.version, basic={"education": f"消防工程 第{story.case.version}次"},
            )  # fmt: skip
            story.case.version = saved["registration"]["version"]

    async def decide(self, house: House, story: Story) -> None:
        """Every desk claims the case and passes it."""
        for officer in house.officers(story):
            item = await story.item()
            claimed = await self.do(officer, "claimWork", "workItem { fence }", id=item.global_id)
            await self.do(
                officer, "passRegistration", "registration { state }", id=story.case.global_id,
                version=(await story.fresh()).version, fence=claimed["workItem"]["fence"],
            )  # fmt: skip

    async def save_all(self, house: House, each: int) -> None:
        """Every draft so many times, beside each other."""
        await asyncio.gather(*(self.save(house, story, each) for story in house.drafts))

    async def everything(self, house: House, saves: int) -> None:
        """All at once: drafts saved so many times in all, every case decided."""
        each = cycle(house.drafts)
        share = {story.case.id: 0 for story in house.drafts}
        for _ in range(saves):
            share[next(each).case.id] += 1
        async with asyncio.TaskGroup() as group:
            for story in house.drafts:
                group.create_task(self.save(house, story, share[story.case.id]))
            for story in house.cases:
                group.create_task(self.decide(house, story))


@asynccontextmanager
async def hands_on(
    servers: Sequence[Server], chance: random.Random, pause_seconds: float = 0.0
) -> AsyncIterator[Hands]:
    async with AsyncExitStack() as stack:
        clients = [await stack.enter_async_context(visiting(server.http)) for server in servers]
        yield Hands(clients, chance, pause_seconds)
