"""Deadlines in working days, paused to the minute. Only minutes of worked days count, all 1440 of each."""

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Protocol

from models.kernel.clock import CHINA, china_day
from models.kernel.workdays import WorkCalendar

FAR_FUTURE = datetime(9999, 1, 1, tzinfo=UTC)
"""Sorts what has no deadline behind everything that has one."""

SECONDS_PER_MINUTE = 60
PAUSED_BY_RETURN = "等待申请人补正"


class Timed(Protocol):
    """What a clock is read from: a stage's row, or a `Clock` of its columns."""

    @property
    def workdays(self) -> int | None: ...
    @property
    def clock_from(self) -> datetime | None: ...
    @property
    def due_at(self) -> datetime | None: ...
    @property
    def closed_at(self) -> datetime | None: ...
    @property
    def paused_at(self) -> datetime | None: ...
    @property
    def minutes_left(self) -> int | None: ...
    @property
    def extended(self) -> bool: ...


@dataclass(frozen=True, slots=True)
class Clock:
    """The columns of a stage that tell its time."""

    workdays: int | None
    clock_from: datetime | None
    due_at: datetime | None
    closed_at: datetime | None
    paused_at: datetime | None
    minutes_left: int | None
    extended: bool


@dataclass(frozen=True, slots=True)
class Deadline:
    """One clock that both sides see."""

    started_at: datetime
    due_at: datetime
    workdays: int
    workdays_left: int
    paused_since: datetime | None
    pause_reason: str | None
    overdue: bool
    extended: bool


def deadline_of(stage: Timed, calendar: WorkCalendar, at: datetime) -> Deadline | None:
    """The stage's clock as it stands at an instant; None when the stage has none or has not opened."""
    if stage.due_at is None or stage.workdays is None or stage.clock_from is None:
        return None
    due = stage.due_at
    reached = stage.closed_at or at
    if stage.paused_at is not None and stage.minutes_left is not None:
        due = resumed(calendar, at, stage.minutes_left)
    return Deadline(
        started_at=stage.clock_from,
        due_at=due,
        workdays=stage.workdays,
        workdays_left=calendar.between(china_day(reached), china_day(due)),
        paused_since=stage.paused_at,
        pause_reason=PAUSED_BY_RETURN if stage.paused_at else None,
        overdue=reached > due,
        extended=stage.extended,
    )


def minutes_left(calendar: WorkCalendar, at: datetime, due: datetime) -> int:
    """Whole working minutes from an instant to the due time; 0 when it has passed."""
    seconds, moment = 0.0, at
    while moment < due:
        end = min(_next_midnight(moment), due)
        if calendar.works(china_day(moment)):
            seconds += (end - moment).total_seconds()
        moment = end
    return int(seconds // SECONDS_PER_MINUTE)


def resumed(calendar: WorkCalendar, at: datetime, minutes: int) -> datetime:
    """The due time when so many working minutes are left at an instant."""
    left, moment = timedelta(minutes=minutes), at
    while True:
        end = _next_midnight(moment)
        if calendar.works(china_day(moment)):
            if moment + left <= end:
                return moment + left
            left -= end - moment
        moment = end


def _next_midnight(at: datetime) -> datetime:
    day = at.astimezone(CHINA) + timedelta(days=1)
    return datetime(day.year, day.month, day.day, tzinfo=CHINA).astimezone(UTC)
