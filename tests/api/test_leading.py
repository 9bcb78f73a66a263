"""Jobs of which one process is enough: one holds the lease, another takes over, nothing is done twice."""

import asyncio
from datetime import timedelta

from api import leading
from models.kernel.clock import freeze, now
from models.kernel.leases import give_up_lease, take_lease
from models.kernel.viewer import SYSTEM_VIEWER
from tests.waiting import until

JOB, SECONDS = "papers", timedelta(seconds=10)


async def take(holder: str) -> bool:
    return (await take_lease(SYSTEM_VIEWER, job=JOB, holder=holder, lasting=SECONDS)).value


async def test_of_many_at_once_one_gets_it(database: str) -> None:
    got = await asyncio.gather(*(take(f"process {number}") for number in range(12)))
    assert got.count(True) == 1
    winner = f"process {got.index(True)}"
    assert await take(winner)
    await give_up_lease(SYSTEM_VIEWER, job=JOB, holder="process that never had it")
    assert not await take("another")
    await give_up_lease(SYSTEM_VIEWER, job=JOB, holder=winner)
    assert await take("another")


async def test_the_lease_of_a_killed_process_ends_by_the_clock(database: str) -> None:
    assert await take("killed")
    with freeze(now() + SECONDS - timedelta(seconds=1)):
        assert not await take("successor")
    with freeze(now() + SECONDS + timedelta(seconds=1)):
        assert await take("successor")
        assert not await take("killed")


async def test_a_loop_runs_while_the_lease_is_held_and_gives_it_up_when_stopped(database: str) -> None:
    running = 0

    async def loop() -> None:
        nonlocal running
        running += 1
        try:
            await asyncio.Event().wait()
        finally:
            running -= 1

    async def runs() -> bool:
        return running == 1

    led = asyncio.ensure_future(leading.alone(JOB, loop)())
    await until(runs)
    assert not await take("another")
    led.cancel()
    await asyncio.gather(led, return_exceptions=True)
    assert running == 0
    assert await take("another")
