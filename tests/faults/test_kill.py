"""kill -9 in mid-step: after a restart nothing is half done, and an idempotency key finds out what became of it."""

import asyncio
import random
from collections import Counter
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from pathlib import Path

import httpx

from models.kernel.sealing import seal, verify
from models.kernel.tables import IdempotentAnswer, JournalRow
from models.registration.kinds import ClaimState
from tests.factories import Story
from tests.faults.house import House, Seat, furnished
from tests.faults.processes import serving_whole, start_all
from tests.journeys.client import Client, Json, new_key, visiting
from tests.server import Server
from tests.waiting import until

KILLS, DRAFTS, CASES = 2, 6, 3
FEWEST = 15
"""Steps done before a kill."""
PATIENCE_SECONDS = 60.0
Step = tuple[str, Json]


@dataclass
class Persistent:
    """Steps one after the other until the server is dead; the one without an answer is asked again with its key."""

    seat: Seat
    next_step: Callable[[], Awaitable[Step]]
    done: int = 0
    pending: Step | None = None

    async def until_dead(self, server: Server) -> None:
        async with visiting(server.http) as client:
            while True:
                try:
                    await self.act(client)
                except httpx.TransportError:
                    return

    async def act(self, client: Client) -> None:
        if self.pending is None:
            name, values = await self.next_step()
            self.pending = name, values | {"idempotencyKey": new_key()}
        step, known = self.pending
        await Client(client.http, self.seat.token).do(step, "", **known)
        self.pending = None
        self.done += 1


async def test_killed_in_mid_step_nothing_is_half_done_or_done_twice(database: str, tmp_path: Path) -> None:
    """Every process at once, again and again; then every step that was asked for has happened exactly once."""
    chance = random.Random(9)
    house = await furnished(DRAFTS, CASES)
    people = [*savers(house), *claimers(house)]
    with serving_whole(database, tmp_path) as servers:
        for _ in range(KILLS):
            await asyncio.gather(
                *(one.until_dead(servers[nth % len(servers)]) for nth, one in enumerate(people)),
                kill_amid(servers, people, chance.randint(FEWEST, 2 * FEWEST)),
            )
            await asyncio.to_thread(start_all, servers)
        async with visiting(servers[0].http) as client:
            for one in people:
                await one.act(client)
    await all_is_whole(house, asked=sum(one.done for one in people))
    await seal()
    assert (await verify()).broken_at is None


def savers(house: House) -> list[Persistent]:
    """Applicants who change their draft again and again."""

    def saver(story: Story) -> Persistent:
        async def save() -> Step:
            case = await story.fresh()
            basic = {"education": f"消防工程 第{case.version}次"}
            return "saveRegistration", {"id": case.global_id, "version": case.version, "basic": basic}

        return Persistent(house.seat(story.filer), save)

    return [saver(story) for story in house.drafts]


def claimers(house: House) -> list[Persistent]:
    """Reviewers of the first stage who take a case and put it back."""

    def claimer(story: Story) -> Persistent:
        async def claim_or_release() -> Step:
            item = await story.item()
            if item.state is ClaimState.FREE:
                return "claimWork", {"id": item.global_id}
            return "releaseWork", {"id": item.global_id, "fence": item.fence}

        return Persistent(house.officers(story)[0], claim_or_release)

    return [claimer(story) for story in house.cases]


async def all_is_whole(house: House, asked: int) -> None:
    """Rows and journal tell the same, and as many changes as were asked for."""
    rows = [row for row in await JournalRow.all() if row.id not in house.before]
    counted = Counter((row.name, row.subject_id) for row in rows)
    changes = [row for row in rows if row.name in ("REGISTRATION_SAVED", "WORK_CLAIMED", "WORK_RELEASED")]
    assert len(changes) == asked == await IdempotentAnswer.all().count() >= KILLS * FEWEST
    assert len({(row.subject, row.subject_id, row.subject_version) for row in changes}) == asked
    for story in house.drafts:
        case = await story.fresh()
        assert case.version - house.began[case.id] == counted["REGISTRATION_SAVED", case.id]
        assert case.education == f"消防工程 第{case.version - 1}次"
    for story in house.cases:
        item = await story.item()
        claimed, released = counted["WORK_CLAIMED", item.id], counted["WORK_RELEASED", item.id]
        assert item.fence == claimed
        assert (item.state is ClaimState.HELD) == (claimed - released == 1)


async def kill_amid(servers: list[Server], people: list[Persistent], steps: int) -> None:
    """After so many steps of this round, while everybody is at the next one."""
    before = sum(one.done for one in people)

    async def far_enough() -> bool:
        return sum(one.done for one in people) >= before + steps

    await until(far_enough, PATIENCE_SECONDS)
    for server in servers:
        server.kill()
