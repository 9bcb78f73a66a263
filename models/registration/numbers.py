"""Numbers that count up: receipt, certificate and seal numbers, without a gap or a double in a series."""

from models.authorities.kinds import Grade
from models.authorities.tables import Authority
from models.kernel.clock import china_day
from models.kernel.unit import Unit
from models.professions.rulebook import Rulebook
from models.registration.tables import NumberSequence


async def next_number(unit: Unit, form: str, book: Rulebook, authority: Authority, grade: str | None) -> str:
    """The next number of the series that this form, year, authority and grade make."""
    known = {
        "short": authority.short_name,
        "grade": book.grade_digits[Grade(grade)] if grade else "",
        "year": china_day(unit.now).year,
    }
    series = form.format(**known, serial=0)
    return form.format(**known, serial=await next_value(series))


async def next_value(series: str) -> int:
    """The next value of a series, from 1.

    Insert-if-absent, then lock: two units of work that begin a series at once wait for one another.
    """
    await NumberSequence.bulk_create([NumberSequence(series=series, value=0)], ignore_conflicts=True)
    row = await NumberSequence.filter(series=series).select_for_update().get()
    row.value += 1
    await row.save(update_fields=["value"])
    return row.value
