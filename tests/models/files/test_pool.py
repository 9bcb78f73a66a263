"""A piece of work that is too big, too slow or dies takes nobody along."""

import asyncio
import os
import signal
from collections.abc import Iterator

import pytest

from models.files.pool import MEMORY_OCTETS, ChildPool, Overrun


@pytest.fixture
def pool() -> Iterator[ChildPool]:
    pool = ChildPool(seconds=3)
    yield pool
    pool.close()


def double(number: int) -> int:
    return number * 2


def eat_memory() -> int:
    return len(bytearray(MEMORY_OCTETS))


def never_end() -> None:
    while True:
        pass


def die() -> None:
    os.kill(os.getpid(), signal.SIGKILL)


def fail() -> None:
    raise ValueError("of its own")


async def test_work_gives_its_result(pool: ChildPool) -> None:
    assert await asyncio.gather(*(pool.run(double, n) for n in range(5))) == [0, 2, 4, 6, 8]


@pytest.mark.parametrize("work", [eat_memory, never_end, die])
async def test_limits_end_only_the_piece_that_hits_them(pool: ChildPool, work: object) -> None:
    beside = asyncio.ensure_future(pool.run(double, 21))
    with pytest.raises(Overrun):
        await pool.run(work)  # type: ignore[arg-type]
    assert await beside == 42
    assert await pool.run(double, 1) == 2


async def test_a_mistake_in_the_work_is_told_with_its_place(pool: ChildPool) -> None:
    with pytest.raises(RuntimeError, match="of its own"):
        await pool.run(fail)
