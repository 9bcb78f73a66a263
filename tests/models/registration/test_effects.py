"""How long what is made is valid, to the day."""

from datetime import date

import pytest

from models.registration.effects import EFFECTS, Period, Validity, last_day, period_of
from models.registration.kinds import RegistrationKind

OLD = Period(date(2026, 3, 2), date(2029, 3, 1))


@pytest.mark.parametrize(
    ("first", "last"),
    [
        (date(2026, 3, 2), date(2029, 3, 1)),
        (date(2027, 3, 1), date(2030, 2, 28)),
        (date(2025, 3, 1), date(2028, 2, 29)),
        (date(2028, 2, 29), date(2031, 2, 28)),
        (date(2028, 3, 1), date(2031, 2, 28)),
        (date(2028, 1, 1), date(2030, 12, 31)),
    ],
)
def test_three_years_end_on_the_day_before_or_on_the_months_last(first: date, last: date) -> None:
    assert last_day(first, 3) == last


@pytest.mark.parametrize(
    ("day", "period"),
    [
        (date(2029, 1, 15), Period(date(2029, 1, 15), date(2032, 3, 1))),
        (date(2029, 3, 1), Period(date(2029, 3, 1), date(2032, 3, 1))),
        (date(2029, 3, 2), Period(date(2029, 3, 2), date(2032, 3, 1))),
        (date(2029, 3, 30), Period(date(2029, 3, 2), date(2032, 3, 1))),
    ],
)
def test_a_renewal_goes_on_from_the_old_end_whenever_it_is_granted(day: date, period: Period) -> None:
    assert period_of(Validity.MOVED_ON, OLD, day, 3) == period


def test_what_is_kept_is_kept_and_what_is_new_begins_today() -> None:
    assert period_of(Validity.KEPT, OLD, date(2027, 7, 1), 3) == OLD
    assert period_of(Validity.ANEW, OLD, date(2029, 7, 1), 3) == Period(date(2029, 7, 1), date(2032, 6, 30))


def test_every_kind_has_its_effect() -> None:
    assert set(EFFECTS) == set(RegistrationKind)
