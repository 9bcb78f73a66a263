"""Working days by the table of workdays: an ordinary week, changed by the rows of the table."""

import time
from bisect import bisect_right
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from functools import cached_property
from itertools import accumulate

from models.kernel.clock import china_day, end_of_china_day
from models.kernel.database import on_close
from models.kernel.tables import Workday, WorkdayYear

SATURDAY, WEEK = 5, 7
KEPT_SECONDS = 60.0


@dataclass(frozen=True)
class WorkCalendar:
    """Which days are worked. `special` holds the days that differ from their weekday."""

    special: Mapping[date, bool] = field(default_factory=dict)
    years: frozenset[int] = frozenset()

    def works(self, day: date) -> bool:
        return self.special.get(day, day.weekday() < SATURDAY)

    def entered(self, day: date) -> bool:
        """Has the year of the day been entered, so that its holidays are known?"""
        return day.year in self.years

    def add(self, start: date, workdays: int) -> date:
        """The day that is so many working days after `start`; the first day counted is the next one."""
        day, left = start, workdays
        while left > 0:
            day += timedelta(days=1)
            left -= self.works(day)
        return day

    def next_workday(self, day: date) -> date:
        """The day itself if it is worked, else the first worked day after it."""
        while not self.works(day):
            day += timedelta(days=1)
        return day

    def between(self, start: date, end: date) -> int:
        """Working days after `start` up to and including `end`; negative when `end` lies before."""
        if end < start:
            return -self.between(end, start)
        weeks, days = divmod((end - start).days, WEEK)
        ordinary = weeks * SATURDAY + sum(
            (start + timedelta(days=step)).weekday() < SATURDAY for step in range(1, days + 1)
        )
        return ordinary + self._differing(end) - self._differing(start)

    def _differing(self, day: date) -> int:
        """How many more days are worked up to a day than weekdays say."""
        place = bisect_right(self._special_days, day)
        return self._sums[place - 1] if place else 0

    @cached_property
    def _special_days(self) -> list[date]:
        return sorted(self.special)

    @cached_property
    def _sums(self) -> list[int]:
        return list(accumulate(self.special[day] - (day.weekday() < SATURDAY) for day in self._special_days))

    def deadline(self, start: datetime, workdays: int) -> datetime:
        """End of the China day that is so many working days after an instant."""
        return end_of_china_day(self.add(china_day(start), workdays))


@dataclass
class Kept:
    """The calendar of this process. `read_at`: seconds of the monotonic clock."""

    calendar: WorkCalendar | None = None
    read_at: float = 0.0


_kept = Kept()


async def work_calendar() -> WorkCalendar:
    """The calendar as the table has it, or had it less than KEPT_SECONDS ago: other processes write it too."""
    if _kept.calendar is None or time.monotonic() - _kept.read_at > KEPT_SECONDS:
        read_at = time.monotonic()
        _kept.calendar, _kept.read_at = await _read(), read_at
    return _kept.calendar


def forget_calendar() -> None:
    """Whoever changes the table says so."""
    _kept.calendar = None


async def _read() -> WorkCalendar:
    days = await Workday.all().values_list("day", "working")
    years = await WorkdayYear.all().values_list("year", flat=True)
    return WorkCalendar(dict(days), frozenset(int(str(year)) for year in years))


on_close(forget_calendar)
