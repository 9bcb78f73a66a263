"""The one source of time: aware UTC instants, and calendar days in China."""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

CHINA = ZoneInfo("Asia/Shanghai")

_frozen: ContextVar[datetime | None] = ContextVar("frozen", default=None)
_timeless: ContextVar[bool] = ContextVar("timeless", default=False)


class TimeAsked(Exception):
    """What was to be the same at every moment asked for the present one."""


def now() -> datetime:
    """The present instant, aware, in UTC. :raises TimeAsked: within `timeless`."""
    if _timeless.get():
        raise TimeAsked
    return _frozen.get() or datetime.now(UTC)


def today() -> date:
    """The present calendar day in China; every legal date of the service is one of these."""
    return china_day(now())


def china_day(at: datetime) -> date:
    """The calendar day in China on which an instant falls."""
    return at.astimezone(CHINA).date()


def end_of_china_day(day: date) -> datetime:
    """The last whole second of a China day, in UTC: deadlines run until then."""
    return datetime(day.year, day.month, day.day, 23, 59, 59, tzinfo=CHINA).astimezone(UTC)


@contextmanager
def timeless() -> Iterator[None]:
    """Nothing within may ask what time it is."""
    token = _timeless.set(True)
    try:
        yield
    finally:
        _timeless.reset(token)


@contextmanager
def freeze(at: datetime) -> Iterator[None]:
    """Stand still at an aware instant, for this context only: tests and the demonstration's history."""
    token = _frozen.set(at.astimezone(UTC))
    try:
        yield
    finally:
        _frozen.reset(token)
