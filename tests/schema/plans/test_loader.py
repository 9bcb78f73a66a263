"""What is asked for within a level is read at once, each key once; a failure reaches every asker."""

import asyncio
from collections.abc import Sequence

import pytest

from schema.plans.loader import Loaders


async def turns(count: int) -> None:
    for _ in range(count):
        await asyncio.sleep(0)


async def test_keys_that_come_some_turns_apart_are_read_together() -> None:
    read: list[list[int]] = []

    async def fetch(keys: Sequence[int]) -> dict[int, int]:
        read.append(list(keys))
        return {key: key * 2 for key in keys if key != 5}

    loader = Loaders().of("double", fetch, lambda: -1)

    async def ask(key: int) -> int:
        await turns(key)
        return await loader.load(key)

    assert await asyncio.gather(*(ask(key) for key in (0, 1, 2, 3, 3, 4, 5))) == [0, 2, 4, 6, 6, 8, -1]
    assert read == [[0, 1, 2, 3, 4, 5]]
    assert await loader.load(3) == 6
    assert len(read) == 1


async def test_a_failure_reaches_every_asker() -> None:
    async def fetch(keys: Sequence[int]) -> dict[int, int]:
        raise LookupError(keys)

    loader = Loaders().of("failing", fetch)
    outcomes = await asyncio.gather(*(loader.load(key) for key in (1, 2)), return_exceptions=True)
    assert [type(outcome) for outcome in outcomes] == [LookupError, LookupError]


async def test_an_asker_that_was_cancelled_does_not_stop_the_others() -> None:
    async def fetch(keys: Sequence[int]) -> dict[int, int]:
        await turns(3)
        return {key: key for key in keys}

    loaders = Loaders()
    first = asyncio.ensure_future(loaders.of("same", fetch).load(1))
    second = loaders.of("same", fetch).load(2)
    first.cancel()
    assert await second == 2
    with pytest.raises(asyncio.CancelledError):
        await first
