"""Bounds on how often something may be tried. Counted in the database, by one statement, so that they hold
for tries made at once, by aliases of one request, and over several processes.
"""

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from enum import StrEnum

from tortoise import Tortoise

from models.kernel.clock import now
from models.kernel.database import WRITER
from models.kernel.errors import LimitReached, Refused
from models.kernel.unit import Unit, unit_of_work
from models.people.tables import Attempt

FORGET_AFTER = timedelta(days=1)


class Act(StrEnum):
    """What is counted."""

    SLIDER = "SLIDER"
    CODE_TO_TARGET = "CODE_TO_TARGET"
    CODE_FROM_ADDRESS = "CODE_FROM_ADDRESS"
    PASSWORD_OF_ACCOUNT = "PASSWORD_OF_ACCOUNT"
    PASSWORD_FROM_ADDRESS = "PASSWORD_FROM_ADDRESS"


@dataclass(frozen=True)
class Bound:
    """At most `limit` tries within each window."""

    limit: int
    window: timedelta
    words: str


BOUNDS: dict[Act, Bound] = {
    Act.SLIDER: Bound(60, timedelta(minutes=10), "获取滑块过于频繁"),
    Act.CODE_TO_TARGET: Bound(5, timedelta(hours=1), "这个号码一小时内最多发送 5 次验证码"),
    Act.CODE_FROM_ADDRESS: Bound(30, timedelta(hours=1), "这个网络地址发送验证码过于频繁"),
    Act.PASSWORD_OF_ACCOUNT: Bound(10, timedelta(minutes=15), "密码错误次数过多"),
    Act.PASSWORD_FROM_ADDRESS: Bound(60, timedelta(minutes=15), "这个网络地址登录失败过多"),
}


async def count(act: Act, key: str) -> int:
    """Count one more try, within a unit of work; gives how many there are in this window.

    :raises Refused: LimitReached, with the time from which one may try again. The refused try rolls back, so
        the count stays at the limit and never grows without bound.
    """
    bound = BOUNDS[act]
    ends = _window_end(bound.window)
    made = await _one_more(act, key, ends)
    if made > bound.limit:
        raise Refused(LimitReached(message=f"{bound.words}，请稍后再试", limit=bound.limit, retry_at=ends))
    return made


async def give_back(act: Act, key: str) -> None:
    """The try turned out to be no failure: it no longer counts. Within a unit of work."""
    attempt = await Attempt.filter(act=act, key=key, window_ends_at=_window_end(BOUNDS[act].window)).first()
    if attempt and attempt.count > 0:
        await Attempt.filter(id=attempt.id, count=attempt.count).update(count=attempt.count - 1)


async def forgive(act: Act, key: str) -> None:
    """All tries against the key are forgotten. Within a unit of work."""
    await Attempt.filter(act=act, key=key).delete()


@unit_of_work
async def forget_attempts(unit: Unit) -> None:
    """Delete counts whose window is long over; for the clock."""
    await Attempt.filter(window_ends_at__lt=unit.now - FORGET_AFTER).delete()


async def _one_more(act: Act, key: str, ends: datetime) -> int:
    connection = Tortoise.get_connection(WRITER)
    postgres = connection.capabilities.dialect == "postgres"
    marks = ("$1", "$2", "$3") if postgres else ("?", "?", "?")
    rows = await connection.execute_query_dict(
        f"insert into attempt (act, key, window_ends_at, count) values ({', '.join(marks)}, 1) "  # noqa: S608 marks only
        "on conflict (act, key, window_ends_at) do update set count = attempt.count + 1 returning count",
        [act.value, key, ends if postgres else ends.isoformat(" ")],
    )
    return int(rows[0]["count"])


def _window_end(window: timedelta) -> datetime:
    seconds = int(window.total_seconds())
    return datetime.fromtimestamp((int(now().timestamp()) // seconds + 1) * seconds, UTC)
