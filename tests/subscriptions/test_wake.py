"""Wake-ups between processes, over PostgreSQL and over Redis: heard by the others, coalesced, back after a break."""

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from pathlib import Path
from uuid import uuid4

import asyncpg
import pytest

from subscriptions.wake.port import Topic, WakeUps
from subscriptions.wake.postgres import PostgresWakeUps
from subscriptions.wake.redis import RedisWakeUps
from tests.conftest import POSTGRES_SERVER, on_server
from tests.services import redis_server
from tests.waiting import until


@dataclass
class Process:
    """One process's wake-ups, and what woke it."""

    wake_ups: WakeUps
    woken: list[Topic] = field(default_factory=list)

    async def healthy(self) -> bool:
        return self.wake_ups.healthy

    async def heard(self) -> bool:
        return bool(self.woken)


@asynccontextmanager
async def running(*makers: Callable[[], WakeUps]) -> AsyncIterator[list[Process]]:
    processes = [Process(make()) for make in makers]
    tasks = [asyncio.create_task(one.wake_ups.run(one.woken.append)) for one in processes]
    for one in processes:
        await until(one.healthy)
        one.woken.clear()
    yield processes
    for task in tasks:
        task.cancel()
    await asyncio.gather(*tasks, return_exceptions=True)


@pytest.fixture(
    params=[
        pytest.param("postgres", marks=pytest.mark.postgres),
        pytest.param("redis", marks=pytest.mark.redis),
    ]
)
def maker(request: pytest.FixtureRequest) -> Callable[[], WakeUps]:
    if request.param == "postgres":
        return lambda: PostgresWakeUps(f"{POSTGRES_SERVER}/postgres")
    return lambda: RedisWakeUps("redis://127.0.0.1:6379/9")


async def test_the_others_hear_it_and_nobody_hears_oneself(maker: Callable[[], WakeUps]) -> None:
    async with running(maker, maker, maker) as (teller, *others):
        teller.wake_ups.tell(Topic.JOURNAL)
        for other in others:
            await until(other.heard)
            assert set(other.woken) == {Topic.JOURNAL}
        others[0].wake_ups.tell(Topic.PRESENCE)
        await until(teller.heard)
        assert set(teller.woken) == {Topic.PRESENCE}


async def test_told_a_thousand_times_at_once_is_told_once(maker: Callable[[], WakeUps]) -> None:
    async with running(maker, maker) as (teller, other):
        for _ in range(1000):
            teller.wake_ups.tell(Topic.JOURNAL)
        await until(other.heard)
        other.wake_ups.tell(Topic.JOURNAL)  # when the answer has come, whatever was told before has, too
        await until(teller.heard)
        assert other.woken == [Topic.JOURNAL]


@pytest.mark.postgres
async def test_a_broken_connection_is_made_anew_and_wakes_for_what_was_missed() -> None:
    name = f"zhiye_test_{uuid4().hex[:12]}"
    await on_server(f"create database {name}")
    try:
        url = f"{POSTGRES_SERVER}/{name}"
        async with running(lambda: PostgresWakeUps(url)) as (process,):
            admin = await asyncpg.connect(f"{POSTGRES_SERVER}/postgres")
            await admin.execute(
                "select pg_terminate_backend(pid) from pg_stat_activity where datname = $1", name
            )
            await admin.close()
            await until(process.heard)
            assert process.woken == list(Topic)
            await until(process.healthy)
    finally:
        await on_server(f"drop database {name} with (force)")


@pytest.mark.breakable
async def test_redis_may_go_and_come_back(tmp_path: Path) -> None:
    with redis_server(tmp_path) as server:
        async with running(*[lambda: RedisWakeUps(server.url)] * 2) as (one, two):
            server.kill()

            async def lost() -> bool:
                return not one.wake_ups.healthy and not two.wake_ups.healthy

            await until(lost)
            server.start()
            for process in (one, two):
                await until(process.healthy)
            two.woken.clear()
            one.wake_ups.tell(Topic.JOURNAL)
            await until(two.heard)
