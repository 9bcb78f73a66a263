"""Waiting for something that becomes true, instead of sleeping for a while."""

import asyncio
import time
from collections.abc import Awaitable, Callable
from typing import TypeVar

T = TypeVar("T")

PATIENCE_SECONDS = 20.0
LOOK_EVERY_SECONDS = 0.02


async def until(look: Callable[[], Awaitable[T | None]], patience: float = PATIENCE_SECONDS) -> T:
    """What `look` gives as soon as it is true; fails after the patience (seconds).

    On PostgreSQL an entry is readable once no older transaction of the whole server is under way, those of
    other databases included: a test beside other tests has to wait for it.
    """
    async with asyncio.timeout(patience):
        while not (found := await look()):
            await asyncio.sleep(LOOK_EVERY_SECONDS)
        return found


def looked_for(look: Callable[[], T | None], patience: float = PATIENCE_SECONDS) -> T:
    """As `until`, where no loop runs."""
    deadline = time.monotonic() + patience
    while not (found := look()):
        assert time.monotonic() < deadline, "it did not come"
        time.sleep(LOOK_EVERY_SECONDS)
    return found
