"""Seeding the workday table with what the State Council has announced, as the calendar library knows it."""

from datetime import date, timedelta

import chinese_calendar
from chinese_calendar.constants import Holiday

from models.kernel.tables import Workday, WorkdayYear
from models.kernel.unit import Unit, unit_of_work
from models.kernel.workdays import SATURDAY, WorkCalendar, forget_calendar

ALERT_FROM_MONTH = 11
"""The notice for the next year is published each November; from then on a missing year is an alert."""

WORDS = {
    Holiday.new_years_day: "元旦",
    Holiday.spring_festival: "春节",
    Holiday.tomb_sweeping_day: "清明节",
    Holiday.labour_day: "劳动节",
    Holiday.dragon_boat_festival: "端午节",
    Holiday.national_day: "国庆节",
    Holiday.mid_autumn_festival: "中秋节",
}


@unit_of_work
async def seed_workdays(unit: Unit, *, first: int, last: int) -> list[int]:
    """Enter the years that the library knows and the table lacks; gives the years entered."""
    there = {row.year for row in await WorkdayYear.all()}
    entered = []
    for year in range(first, last + 1):
        days = None if year in there else known_year(year)
        if days is None:
            continue
        await Workday.bulk_create(
            [Workday(day=day, working=works, label=label) for day, works, label in days]
        )
        await WorkdayYear.create(year=year, entered_at=unit.now)
        entered.append(year)
    forget_calendar()
    return entered


def known_year(year: int) -> list[tuple[date, bool, str]] | None:
    """(day, worked, label) of the days of a year that differ from their weekday; None for a year not announced."""
    day, days = date(year, 1, 1), []
    try:
        while day.year == year:
            works = chinese_calendar.is_workday(day)
            if works != (day.weekday() < SATURDAY):
                days.append((day, works, _label(day, works)))
            day += timedelta(days=1)
    except NotImplementedError:
        return None
    return days


def missing_year(calendar: WorkCalendar, today: date) -> int | None:
    """The year that an administrator should enter now, if any: this one, or the next one from November on."""
    if today.year not in calendar.years:
        return today.year
    if today.month >= ALERT_FROM_MONTH and today.year + 1 not in calendar.years:
        return today.year + 1
    return None


def _label(day: date, works: bool) -> str:
    _, name = chinese_calendar.get_holiday_detail(day)
    word = next((chinese for holiday, chinese in WORDS.items() if holiday.value == name), "节假日")
    return f"{word}调休上班" if works else word
