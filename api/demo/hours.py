"""When people act: reviewers in the hours of working days, applicants when it suits them; never after the load."""

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from random import Random

from models.kernel.clock import CHINA, china_day
from models.kernel.workdays import WorkCalendar

MORNING, AFTERNOON = (9 * 60 + 5, 11 * 60 + 15), (13 * 60 + 35, 16 * 60 + 40)
"""Minutes of the day between which reviewers take up a case."""
AT_HOME = (8 * 60 + 30, 19 * 60 + 30)
"""Minutes of the day between which applicants begin; they need two hours at most."""
JUST_NOW_MINUTES = (105, 150)
"""Before the load; handing in takes 100 minutes at most."""


@dataclass(frozen=True)
class Hours:
    """The calendar and the instant of the load, before which everything happened."""

    calendar: WorkCalendar
    until: datetime

    @property
    def last_day(self) -> date:
        """The last working day that is over."""
        return self.back(china_day(self.until), 1)

    def back(self, day: date, workdays: int) -> date:
        """The working day that is so many working days before a day."""
        left = workdays
        while left > 0:
            day -= timedelta(days=1)
            left -= self.calendar.works(day)
        return day

    def opens(self, day: date) -> datetime:
        """Nine o'clock in China."""
        return datetime.combine(day, time(9), CHINA)

    def at_the_desk(self, day: date, rng: Random) -> datetime:
        return _instant(day, rng.randint(*rng.choice((MORNING, AFTERNOON))), rng)

    def at_home(self, day: date, rng: Random) -> datetime:
        return _instant(day, rng.randint(*AT_HOME), rng)

    def just_now(self, rng: Random) -> datetime:
        return self.until - timedelta(minutes=rng.randint(*JUST_NOW_MINUTES), seconds=rng.randint(0, 59))


def _instant(day: date, minutes: int, rng: Random) -> datetime:
    start = datetime.combine(day, time(), CHINA)
    return start + timedelta(minutes=minutes, seconds=rng.randint(0, 59))
