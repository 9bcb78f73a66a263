"""One timer for many deadlines."""

import asyncio
from collections.abc import Iterator

import pytest
import uvloop

from subscriptions.wheel import Wheel

SLOT_SECONDS = 0.02


@pytest.fixture(params=[asyncio.new_event_loop, uvloop.new_event_loop], ids=["asyncio", "uvloop"])
def runner(request: pytest.FixtureRequest) -> Iterator[asyncio.Runner]:
    """uvloop's handles differ from asyncio's."""
    with asyncio.Runner(loop_factory=request.param) as running:
        yield running


def test_everybody_is_called_at_or_soon_after_the_time_asked_for(runner: asyncio.Runner) -> None:
    runner.run(everybody_is_called())


async def everybody_is_called() -> None:
    loop = asyncio.get_running_loop()
    called: dict[float, float] = {}
    done = asyncio.Event()
    waits = [0.1, 0.0, 0.05, 0.11, 0.03]

    def due(wait: float) -> None:
        called[wait] = loop.time() - began
        if len(called) == len(waits):
            done.set()

    began = loop.time()
    wheel: Wheel[float] = Wheel(due, SLOT_SECONDS)
    slots = {wait: wheel.after(wait, wait) for wait in waits}
    await asyncio.wait_for(done.wait(), 10)
    assert all(called[wait] >= wait for wait in waits)
    assert list(called) == sorted(waits, key=slots.__getitem__)


async def test_whoever_waits_again_while_being_called_is_called_again() -> None:
    done = asyncio.Event()
    turns: list[str] = []

    def due(name: str) -> None:
        turns.append(name)
        if len(turns) == 3:
            done.set()
        else:
            wheel.after(0, name)

    wheel: Wheel[str] = Wheel(due, SLOT_SECONDS)
    wheel.after(0, "again")
    await asyncio.wait_for(done.wait(), 10)


async def test_a_stopped_wheel_calls_nobody() -> None:
    called: list[str] = []
    wheel: Wheel[str] = Wheel(called.append, SLOT_SECONDS)
    wheel.after(0, "nobody")
    wheel.stop()
    after = asyncio.Event()
    asyncio.get_running_loop().call_later(3 * SLOT_SECONDS, after.set)
    await after.wait()
    assert called == []


async def test_whoever_was_dropped_is_neither_kept_nor_called() -> None:
    called: list[str] = []
    done = asyncio.Event()

    def due(name: str) -> None:
        called.append(name)
        done.set()

    wheel: Wheel[str] = Wheel(due, SLOT_SECONDS)
    slot = wheel.after(0, "gone")
    wheel.after(2 * SLOT_SECONDS, "there")
    wheel.drop(slot, "gone")
    wheel.drop(slot, "gone")
    await asyncio.wait_for(done.wait(), 10)
    assert called == ["there"]
