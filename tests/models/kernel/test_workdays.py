"""Working days: the announced calendar of 2026, deadlines over holidays, and the alert for a missing year."""

from datetime import UTC, date, datetime

import pytest

from models.kernel import workdays
from models.kernel.database import close_database, open_database
from models.kernel.tables import Workday, WorkdayYear
from models.kernel.unit import Unit, unit_of_work
from models.kernel.viewer import SYSTEM_VIEWER
from models.kernel.workday_seed import known_year, missing_year, seed_workdays
from models.kernel.workdays import WorkCalendar, work_calendar


async def test_seeded_table_knows_holidays_and_worked_weekends(database: str) -> None:
    assert (await seed_workdays(SYSTEM_VIEWER, first=2025, last=2027)).value == [2025, 2026]
    calendar = await work_calendar()
    assert not calendar.works(date(2026, 10, 1))
    assert not calendar.works(date(2026, 2, 17))
    assert calendar.works(date(2026, 2, 14)), "the Saturday before the Spring Festival is worked in 2026"
    assert (await Workday.get(day=date(2026, 10, 1))).label == "国庆节"
    assert (await seed_workdays(SYSTEM_VIEWER, first=2025, last=2027)).value == [], "nothing is entered twice"


async def test_the_calendar_is_read_once_a_minute_and_after_a_change(
    sqlite: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    empty = await work_calendar()
    await _entered(SYSTEM_VIEWER, year=2030)
    assert await work_calendar() is empty, "another process may have written it: up to a minute later"
    monkeypatch.setattr(workdays, "KEPT_SECONDS", -1.0)
    assert (await work_calendar()).years == {2030}
    monkeypatch.undo()
    await seed_workdays(SYSTEM_VIEWER, first=2026, last=2026)
    assert (await work_calendar()).years == {2026, 2030}, "what this process writes it knows at once"
    await close_database()
    await open_database(sqlite)
    assert (await work_calendar()).years == {2026, 2030}


async def test_the_calendar_of_another_database_is_not_kept(sqlite: str) -> None:
    assert (await work_calendar()).years == frozenset()


@unit_of_work
async def _entered(unit: Unit, *, year: int) -> None:
    await WorkdayYear.create(year=year, entered_at=unit.now)


def test_five_working_days_jump_over_the_national_holiday() -> None:
    special = {day: works for day, works, _ in known_year(2026) or []}
    calendar = WorkCalendar(special, frozenset({2026}))
    assert calendar.add(date(2026, 9, 30), 5) == date(2026, 10, 13)
    assert calendar.between(date(2026, 9, 30), date(2026, 10, 13)) == 5
    assert calendar.between(date(2026, 10, 13), date(2026, 9, 30)) == -5


def test_a_deadline_is_the_end_of_the_day_in_china() -> None:
    calendar = WorkCalendar()
    friday_evening_utc = datetime(2026, 11, 20, 17, 0, tzinfo=UTC)  # Saturday 01:00 in China
    assert calendar.deadline(friday_evening_utc, 1) == datetime(2026, 11, 23, 15, 59, 59, tzinfo=UTC)


def test_a_batch_date_on_a_weekend_moves_to_the_next_workday() -> None:
    assert WorkCalendar().next_workday(date(2026, 11, 15)) == date(2026, 11, 16)
    assert WorkCalendar().next_workday(date(2026, 12, 1)) == date(2026, 12, 1)


@pytest.mark.parametrize(
    ("today", "missing"),
    [(date(2026, 10, 31), None), (date(2026, 11, 1), 2027), (date(2027, 1, 1), 2027)],
)
def test_the_missing_year_is_an_alert(today: date, missing: int | None) -> None:
    assert missing_year(WorkCalendar(years=frozenset({2026})), today) == missing
