"""Whatever is cut, each subscriber's list equals the journal's."""

import asyncio
import random
from contextlib import AsyncExitStack
from pathlib import Path
from signal import SIGTERM

import httpx
import pytest

from models.kernel import journal
from models.kernel.journal import START
from tests.clients import Follower
from tests.server import Server, serving

SUBSCRIBERS, EVENTS, CUTS = 10, 300, 300
QUERY = "subscription ($after: Cursor) { nameGiven(after: $after) { kind cursor entry } }"
NAME = "mutation ($name: String!) { namePerson(name: $name) { id cursor } }"


async def name_persons(servers: list[Server], chance: random.Random) -> None:
    """The events: through every server in turn, at uneven distances."""
    async with httpx.AsyncClient(timeout=30) as client:
        for number in range(EVENTS):
            body = {"query": NAME, "variables": {"name": f"第{number}"}}
            url = f"{servers[number % len(servers)].http}/graphql"
            answer = (await client.post(url, json=body)).json()
            assert "errors" not in answer
            await asyncio.sleep(chance.random() * 0.03)


async def cut_at_random(followers: list[Follower], chance: random.Random) -> None:
    cuts = 0
    while cuts < CUTS:
        cuts += chance.choice(followers).cut()
        await asyncio.sleep(chance.random() * 0.04)


async def journal_entries() -> list[int]:
    entries, position = [], START
    while page := await journal.read_after(position, 500):
        entries += [entry.position.id for entry in page if entry.name == "PERSON_NAMED"]
        position = page[-1].position
    return entries


async def test_cutting_300_times_while_300_events_happen_loses_nothing(database: str, tmp_path: Path) -> None:
    chance = random.Random(300)
    processes = 1 if database.startswith("sqlite") else 2
    async with AsyncExitStack() as stack:
        servers = [
            await stack.enter_async_context(serving(database, tmp_path, SOCKETS_PER_ADDRESS="1000"))
            for _ in range(processes)
        ]
        followers = [Follower([server.ws for server in servers], QUERY) for _ in range(SUBSCRIBERS)]
        following = [asyncio.create_task(follower.follow()) for follower in followers]
        await asyncio.gather(*(follower.live.wait() for follower in followers))
        async with asyncio.timeout(180):
            await asyncio.gather(name_persons(servers, chance), cut_at_random(followers, chance))
            expected = await journal_entries()
            await asyncio.gather(*(follower.has(EVENTS) for follower in followers))
        for task in following:
            task.cancel()
    assert len(expected) == EVENTS
    assert sum(follower.cuts for follower in followers) >= CUTS
    for follower in followers:
        assert follower.entries == expected


@pytest.mark.parametrize("drops", [1500])
async def test_1500_sockets_dropped_with_mutations_in_flight(sqlite: str, tmp_path: Path, drops: int) -> None:
    """Each is cut at another moment of its mutation; afterwards the service answers and nothing is half done."""
    from models.people.tables import Person  # noqa: PLC0415
    from tests.clients import raw_socket  # noqa: PLC0415

    chance = random.Random(1500)
    async with serving(sqlite, tmp_path, SOCKETS_PER_ADDRESS="5000") as server:

        async def drop(number: int) -> None:
            async with raw_socket(server.ws) as socket:
                for nth in range(3):
                    await socket.subscribe(str(nth), NAME, {"name": f"{number}-{nth}"})
                await asyncio.sleep(chance.random() * 0.02)
                socket.cut()

        for first in range(0, drops, 25):
            await asyncio.gather(*(drop(number) for number in range(first, first + 25)))
        async with httpx.AsyncClient(timeout=20) as client:
            answer = (
                await client.post(f"{server.http}/graphql", json={"query": NAME, "variables": {"name": "末"}})
            ).json()
            assert answer["data"]["namePerson"]["id"] > 0
        assert await server.stop() == -SIGTERM  # uvicorn ends as the signal would have ended it
    persons = await Person.all().count()
    assert persons == len(await journal_entries()) > 1
