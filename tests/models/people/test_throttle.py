"""Bounds hold at the edge of two windows as well, and say truly when one may try again."""

import asyncio
from datetime import UTC, datetime, timedelta

from models.kernel.clock import freeze
from models.kernel.errors import LimitReached, Refused
from models.kernel.unit import Unit, unit_of_work
from models.kernel.viewer import SYSTEM_VIEWER
from models.people.throttle import BOUNDS, Act, count

ACT, KEY = Act.PASSWORD_OF_ACCOUNT, "account:7"
BOUND = BOUNDS[ACT]
SECOND = timedelta(seconds=1)
EDGE = datetime(2026, 10, 9, 8, 0, tzinfo=UTC)
"""Where two windows meet."""


@unit_of_work
async def attempt(unit: Unit) -> int:
    return await count(ACT, KEY)


async def tries(at: datetime, times: int) -> list[Refused]:
    """So many at once; gives those that were refused."""
    with freeze(at):
        done = await asyncio.gather(*(attempt(SYSTEM_VIEWER) for _ in range(times)), return_exceptions=True)
    refused = [one for one in done if isinstance(one, Refused)]
    assert len(refused) + sum(not isinstance(one, BaseException) for one in done) == times
    return refused


def retry_at(refused: Refused) -> datetime:
    (error,) = refused.errors
    assert isinstance(error, LimitReached)
    assert error.retry_at
    return error.retry_at


async def test_two_windows_that_meet_let_no_more_through_than_one(database: str) -> None:
    assert await tries(EDGE - SECOND, BOUND.limit) == []
    assert len(await tries(EDGE + SECOND, BOUND.limit)) == BOUND.limit
    assert len(await tries(EDGE + BOUND.window / 2, BOUND.limit)) == BOUND.limit / 2


async def test_who_waits_until_then_may_try_again_and_not_before(database: str) -> None:
    assert await tries(EDGE - SECOND, BOUND.limit) == []
    refused = await tries(EDGE - SECOND, 1)
    again = retry_at(refused[0])
    assert EDGE < again < EDGE + BOUND.window
    assert len(await tries(again - SECOND, 1)) == 1
    assert await tries(again + SECOND, 1) == []
    (more,) = await tries(again + SECOND, 1)
    assert retry_at(more) > again + SECOND
    assert await tries(retry_at(more) + SECOND, 1) == []


async def test_a_window_later_nothing_is_left_of_it(database: str) -> None:
    assert await tries(EDGE - SECOND, BOUND.limit) == []
    assert await tries(EDGE + BOUND.window + SECOND, BOUND.limit) == []
