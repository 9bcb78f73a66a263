"""What a grant uses up: class hours, and the free choice of a specialty."""

from models.education.tables import HoursRecord
from models.people.tables import Qualification
from models.registration.gather import book_of
from models.registration.kinds import RegistrationKind
from models.registration.surrounding import hours_of
from models.registration.tables import Registration

CHOOSING = (RegistrationKind.INITIAL, RegistrationKind.LATE_INITIAL, RegistrationKind.RE_REGISTRATION)
"""Kinds that may choose a specialty freely; a change adds one by an examination of its own."""


async def use_up(case: Registration) -> None:
    """The hours that counted count in no other period; a free choice of the specialty has been used (S4-10)."""
    counting = (await hours_of([case.applicant_id])).get((case.applicant_id, case.profession), [])
    if book_of(case).form(case.kind).hours:
        fresh = [row.id for row in counting if row.counted_in_id is None]
        await HoursRecord.filter(id__in=fresh).update(counted_in_id=case.id)
    if case.kind in CHOOSING and case.qualification_id and case.specialties:
        qualification = await Qualification.get(id=case.qualification_id)
        if not set(case.specialties) <= set(qualification.specialties):
            qualification.choice_used = True
            await qualification.store("choice_used")
