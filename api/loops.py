"""Background loops by name: started with the service, restarted when they fail, ended before the database closes."""

import asyncio
import importlib
import pkgutil
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager

import structlog

import models
from api.metrics import LOOP_FAILURES
from models.kernel.sweeps import SWEEPS

FIRST_PAUSE_SECONDS = 1.0
LONGEST_PAUSE_SECONDS = 5.0
log = structlog.get_logger("loops")

Loop = Callable[[], Awaitable[None]]


@asynccontextmanager
async def running(loops: dict[str, Loop]) -> AsyncIterator[None]:
    """Run the loops for as long as the block."""
    tasks = [asyncio.create_task(_kept_up(name, loop), name=name) for name, loop in loops.items()]
    try:
        yield
    finally:
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)


def every(seconds: float, work: Callable[[], Awaitable[object]]) -> Loop:
    """Do it, wait, and again."""

    async def loop() -> None:
        while True:
            await work()
            await asyncio.sleep(seconds)

    return loop


def sweeps() -> dict[str, Loop]:
    """The clock's work of all areas: whatever any `sweeps.py` of models has registered."""
    for module in pkgutil.walk_packages(models.__path__, "models."):
        if module.name.endswith(".sweeps"):
            importlib.import_module(module.name)
    return {name: every(sweep.every.total_seconds(), sweep.run) for name, sweep in SWEEPS.items()}


async def _kept_up(name: str, loop: Loop) -> None:
    pause = FIRST_PAUSE_SECONDS
    while True:
        began = asyncio.get_running_loop().time()
        try:
            await loop()
        except Exception:
            LOOP_FAILURES.labels(name).inc()
            log.exception("loop failed", loop=name, pause_seconds=pause)
        if asyncio.get_running_loop().time() - began > LONGEST_PAUSE_SECONDS:
            pause = FIRST_PAUSE_SECONDS
        await asyncio.sleep(pause)
        pause = min(pause * 2, LONGEST_PAUSE_SECONDS)
