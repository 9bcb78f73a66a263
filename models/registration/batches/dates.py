"""On which days batches go: the 1st and the 15th, moved to the next working day (S4-62, D-17)."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta

from models.kernel.clock import CHINA
from models.kernel.tables import Workday
from models.kernel.workdays import WorkCalendar

BATCH_DAYS = (1, 15)
LONGEST_REST = 31
"""No run of days off is longer: a date may be moved from so many days before."""
WEEKEND = "周末"


@dataclass(frozen=True)
class BatchDate:
    """The day a batch goes, and the day it was moved from."""

    day: date
    nominal: date

    @property
    def postponed_from(self) -> date | None:
        return self.nominal if self.nominal != self.day else None


def batch_date_after(day: date, calendar: WorkCalendar) -> BatchDate:
    """The first batch that goes after a day: cases that are ready on the day itself go with it."""
    nominal = day - timedelta(days=LONGEST_REST)
    while True:
        nominal += timedelta(days=1)
        if nominal.day not in BATCH_DAYS:
            continue
        moved = calendar.next_workday(nominal)
        if moved > day:
            return BatchDate(moved, nominal)


def batch_date_for(taken: date | None, day: date, calendar: WorkCalendar) -> BatchDate:
    """The date of the next batch to be opened.

    :param taken: the date of the newest batch of its kind, which no other batch gets.
    """
    return batch_date_after(max(day, taken) if taken else day, calendar)


def begins(day: date) -> datetime:
    """The first instant of a day in China."""
    return datetime(day.year, day.month, day.day, tzinfo=CHINA)


async def rest_word(day: date) -> str:
    """Why a day is not worked: the holiday's name in the table of workdays, or the weekend."""
    row = await Workday.get_or_none(day=day, working=False)
    return (row.label if row else "") or WEEKEND
