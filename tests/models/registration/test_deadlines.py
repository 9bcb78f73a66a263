"""Working days over holidays, and clocks that stop and go on to the minute."""

from datetime import UTC, date, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from models.kernel.clock import CHINA
from models.kernel.workdays import WorkCalendar
from models.registration.deadlines import minutes_left, resumed

# National Day 2026: 1 to 7 October are holidays, Saturday 10 October is worked.
CALENDAR = WorkCalendar(
    {date(2026, 10, day): False for day in range(1, 8)} | {date(2026, 10, 10): True}, frozenset({2026})
)
MINUTES_A_DAY = 24 * 60


def at(month: int, day: int, hour: int = 0, minute: int = 0, second: int = 0) -> datetime:
    return datetime(2026, month, day, hour, minute, second, tzinfo=CHINA).astimezone(UTC)


def test_five_working_days_jump_over_the_holiday_and_count_the_make_up_saturday() -> None:
    # 29 Sep (Tue) + 5: 30 Sep, 8, 9, 10 (Sat, worked), 12 Oct.
    assert CALENDAR.deadline(at(9, 29, 15), 5) == at(10, 12, 23, 59, 59)


def test_minutes_of_days_off_do_not_count() -> None:
    due = at(10, 8, 23, 59, 59)
    assert minutes_left(CALENDAR, at(10, 1, 8), due) == MINUTES_A_DAY - 1
    assert minutes_left(CALENDAR, at(9, 30, 12), due) == MINUTES_A_DAY // 2 + MINUTES_A_DAY - 1


def test_a_clock_stopped_over_the_holiday_goes_on_with_what_was_left() -> None:
    due = at(10, 8, 23, 59, 59)
    left = minutes_left(CALENDAR, at(9, 30, 14, 37), due)
    assert resumed(CALENDAR, at(10, 12, 9), left) == at(10, 13, 18, 22)


def test_a_clock_that_has_run_out_has_nothing_left() -> None:
    assert minutes_left(CALENDAR, at(9, 30), at(9, 29)) == 0


@given(
    start=st.integers(0, 60 * 24 * 30),
    length=st.integers(1, 60 * 24 * 20),
    pause=st.integers(0, 60 * 24 * 20),
)
def test_a_pause_never_adds_working_time(start: int, length: int, pause: int) -> None:
    stopped = at(9, 20) + timedelta(minutes=start)
    due = stopped + timedelta(minutes=length)
    left = minutes_left(CALENDAR, stopped, due)
    again = stopped + timedelta(minutes=pause)
    assert minutes_left(CALENDAR, again, resumed(CALENDAR, again, left)) == left
