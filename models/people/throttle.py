"""Bounds on how often something may be tried. Counted in the database, by one statement, so that they hold
for tries made at once, by aliases of one request, and over several processes.

The window slides: a try counts whole in its own fixed window, and in the next one by the share of it that a window
ending now still reaches back into. So no more than the bound passes at the edge of two windows.
"""

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from enum import StrEnum
from math import floor

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
    RECOVERY_OF_LOGIN = "RECOVERY_OF_LOGIN"
    RECOVERY_FROM_ADDRESS = "RECOVERY_FROM_ADDRESS"
    RECOVERY_CODE = "RECOVERY_CODE"
    HOLDER_OF_NUMBER = "HOLDER_OF_NUMBER"
    HOLDER_FROM_ADDRESS = "HOLDER_FROM_ADDRESS"
    REVEAL = "REVEAL"
    PASSWORD_OF_ACCOUNT = "PASSWORD_OF_ACCOUNT"
    PASSWORD_FROM_ADDRESS = "PASSWORD_FROM_ADDRESS"
    LOOKUP_FROM_ADDRESS = "LOOKUP_FROM_ADDRESS"


@dataclass(frozen=True)
class Bound:
    """At most `limit` tries within any window, tries of the window before being taken as spread evenly."""

    limit: int
    window: timedelta
    words: str


BOUNDS: dict[Act, Bound] = {
    Act.SLIDER: Bound(60, timedelta(minutes=10), "获取滑块过于频繁"),
    Act.CODE_TO_TARGET: Bound(5, timedelta(hours=1), "这个号码一小时内最多发送 5 次验证码"),
    Act.CODE_FROM_ADDRESS: Bound(30, timedelta(hours=1), "这个网络地址发送验证码过于频繁"),
    Act.RECOVERY_OF_LOGIN: Bound(5, timedelta(days=1), "这个账号一天内最多申请 5 次重置密码"),
    Act.RECOVERY_FROM_ADDRESS: Bound(20, timedelta(days=1), "这个网络地址申请重置密码过于频繁"),
    Act.RECOVERY_CODE: Bound(10, timedelta(hours=1), "一次性代码输错次数过多"),
    Act.HOLDER_OF_NUMBER: Bound(10, timedelta(hours=1), "这个证件号码一小时内最多核对 10 次"),
    Act.HOLDER_FROM_ADDRESS: Bound(30, timedelta(hours=1), "这个网络地址核对身份过于频繁"),
    Act.REVEAL: Bound(60, timedelta(hours=1), "一小时内最多查看 60 处敏感信息全文"),
    Act.PASSWORD_OF_ACCOUNT: Bound(10, timedelta(minutes=15), "密码错误次数过多"),
    Act.PASSWORD_FROM_ADDRESS: Bound(60, timedelta(minutes=15), "这个网络地址登录失败过多"),
    # Many people behind one address scan certificates; whoever walks through numbers needs thousands.
    Act.LOOKUP_FROM_ADDRESS: Bound(60, timedelta(minutes=1), "这个网络地址一分钟内最多查验 60 次"),
}


async def count(act: Act, key: str) -> int:
    """Count one more try, within a unit of work; gives how many there are in this window.

    :raises Refused: LimitReached, with the time from which one may try again. The refused try rolls back, so
        the count stays at the limit and never grows without bound.
    """
    bound = BOUNDS[act]
    moment = now()
    ends = _window_end(bound.window, moment)
    made, earlier = await _one_more(act, key, ends, ends - bound.window)
    left = (ends - moment) / bound.window
    if made + earlier * left > bound.limit:
        again = _free_at(bound, ends, made - 1, earlier)
        raise Refused(LimitReached(message=f"{bound.words}，请稍后再试", limit=bound.limit, retry_at=again))
    return made + floor(earlier * left)


@unit_of_work
async def count_try(unit: Unit, *, act: Act, key: str) -> int:
    """`count` where nothing else is written."""
    return await count(act, key)


async def give_back(act: Act, key: str) -> None:
    """The try turned out to be no failure: it no longer counts. Within a unit of work."""
    ends = _window_end(BOUNDS[act].window, now())
    attempt = await Attempt.filter(act=act, key=key, window_ends_at=ends).first()
    if attempt and attempt.count > 0:
        await Attempt.filter(id=attempt.id, count=attempt.count).update(count=attempt.count - 1)


async def forgive(act: Act, key: str) -> None:
    """All tries against the key are forgotten. Within a unit of work."""
    await Attempt.filter(act=act, key=key).delete()


@unit_of_work
async def forget_attempts(unit: Unit) -> None:
    """Delete counts whose window is long over; for the clock."""
    await Attempt.filter(window_ends_at__lt=unit.now - FORGET_AFTER).delete()


async def _one_more(act: Act, key: str, ends: datetime, ended: datetime) -> tuple[int, int]:
    """Tries in this window with the new one, and tries in the window before."""
    connection = Tortoise.get_connection(WRITER)
    postgres = connection.capabilities.dialect == "postgres"
    marks = ("$1", "$2", "$3", "$4") if postgres else ("?1", "?2", "?3", "?4")
    rows = await connection.execute_query_dict(
        f"insert into attempt (act, key, window_ends_at, count) values ({', '.join(marks[:3])}, 1) "  # noqa: S608 marks only
        "on conflict (act, key, window_ends_at) do update set count = attempt.count + 1 returning count, "
        "coalesce((select past.count from attempt past where past.act = attempt.act "
        f"and past.key = attempt.key and past.window_ends_at = {marks[3]}), 0) as earlier",
        [act.value, key, *(time if postgres else time.isoformat(" ") for time in (ends, ended))],
    )
    return int(rows[0]["count"]), int(rows[0]["earlier"])


def _free_at(bound: Bound, ends: datetime, made: int, earlier: int) -> datetime:
    """From when one more try is let through, if nothing else is tried: in this window, or in the next."""
    room = bound.limit - 1 - made
    if earlier and room >= 0:
        return ends - bound.window * min(room / earlier, 1)
    return ends + bound.window * max(1 - (bound.limit - 1) / made, 0)


def _window_end(window: timedelta, at: datetime) -> datetime:
    seconds = int(window.total_seconds())
    return datetime.fromtimestamp((int(at.timestamp()) // seconds + 1) * seconds, UTC)
