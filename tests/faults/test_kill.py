"""kill -9 in mid-step: after a restart nothing is half done, and an idempotency key finds out what became of it."""

import asyncio
import random
from collections.abc import Callable
from pathlib import Path

import httpx

from models.kernel.sealing import seal, verify
from models.people.tables import Person
from tests.faults.test_cut_sockets import journal_entries
from tests.server import serving

KILLS, CLIENTS = 3, 8
NAME = "mutation ($name: String!, $key: String!) { namePerson(name: $name, key: $key) { id } }"


async def test_killed_in_mid_step_nothing_is_half_done_or_done_twice(database: str, tmp_path: Path) -> None:
    chance = random.Random(9)
    pending: list[str] = []
    with serving(database, tmp_path) as server:
        for round_ in range(KILLS):
            await asyncio.gather(
                *(name_until_dead(server.http, f"{round_}-{n}", pending) for n in range(CLIENTS)),
                kill_soon(server.kill, chance.uniform(0.2, 0.6)),
            )
            server.start()
        async with httpx.AsyncClient(base_url=server.http, timeout=30) as client:
            for key in pending:
                await name(client, key)
    names = await Person.all().values_list("name", flat=True)
    assert len(names) == len(set(names)) == len(await journal_entries()) > KILLS * CLIENTS
    assert set(pending) <= set(names)
    assert await Person.filter(mobile=None).count() == 0
    await seal()
    assert (await verify()).broken_at is None


async def name_until_dead(url: str, client_name: str, pending: list[str]) -> None:
    """One after the other; the one without an answer is kept to be asked again."""
    async with httpx.AsyncClient(base_url=url, timeout=30) as client:
        number = 0
        while True:
            key = f"{client_name}-{number}"
            try:
                await name(client, key)
            except httpx.TransportError:
                pending.append(key)
                return
            number += 1


async def name(client: httpx.AsyncClient, key: str) -> None:
    answer = await client.post("/graphql", json={"query": NAME, "variables": {"name": key, "key": key}})
    assert "errors" not in answer.json()


async def kill_soon(kill: Callable[[], None], seconds: float) -> None:
    await asyncio.sleep(seconds)
    await asyncio.to_thread(kill)
