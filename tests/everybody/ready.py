"""Somebody who may begin a registration of some kind, and when: whatever must have happened before has."""

from datetime import UTC, date, datetime, timedelta

from models.kernel.clock import freeze
from models.professions.asking import years_before
from models.professions.shelf import rulebook_on
from models.registration.credentials import Certificate
from models.registration.kinds import RegistrationKind
from models.registration.validity import renewal_opens_on
from tests.everybody.bodies import Bodies
from tests.everybody.handling import registered
from tests.everybody.people import Engineer, engineer, studies

BEGIN = datetime(2026, 3, 2, 2, 0, tzinfo=UTC)
"""A Monday, ten o'clock in China."""
LONG_AGO, DAYS = 12, timedelta(days=20)
K = RegistrationKind


async def ready(at: Bodies, kind: RegistrationKind) -> tuple[Engineer, datetime]:
    """Who, and the instant from which the kind may be begun."""
    if kind in (K.INITIAL, K.LATE_INITIAL):
        with freeze(BEGIN):
            return await _newcomer(at, late=kind is K.LATE_INITIAL), BEGIN
    with freeze(BEGIN):
        who = await engineer(at.profession)
        case = await registered(at, who)
    row = await Certificate.get(registration_id=case.key)
    moment = morning(_day(at, kind, row))
    with freeze(moment):
        await studies(who, at.profession)
    return who, moment


async def _newcomer(at: Bodies, *, late: bool) -> Engineer:
    if not late:
        return await engineer(at.profession)
    who = await engineer(at.profession, qualified_on=years_before(BEGIN.date(), LONG_AGO))
    await studies(who, at.profession)
    return who


def _day(at: Bodies, kind: RegistrationKind, row: Certificate) -> date:
    """Within the time of the kind."""
    if kind is K.RENEWAL:
        return renewal_opens_on(row.valid_until, rulebook_on(at.profession).renewal_months) + DAYS
    if kind is K.RE_REGISTRATION:
        return row.valid_until + DAYS
    return row.valid_from + DAYS


def morning(day: date) -> datetime:
    """Ten o'clock in China."""
    return datetime(day.year, day.month, day.day, 2, 0, tzinfo=UTC)
