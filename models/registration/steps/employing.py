"""Who works where, as a grant makes it: within the same unit of work."""

from models.agencies.events import EmploymentEnded, EmploymentOpened
from models.agencies.tables import Employer, Employment
from models.kernel.clock import china_day
from models.kernel.unit import Unit
from models.people.tables import Person
from models.registration.kinds import ChangeItem
from models.registration.tables import Registration

PERSONAL = ("name", "sex", "birth_date", "identity_kind", "identity_number")


async def employ_here(unit: Unit, case: Registration) -> None:
    """The applicant works at the employer of the case from now on, once, and nowhere else in this profession."""
    here = False
    for row in await _present(case.applicant_id, case.profession):
        if row.employer_id == case.employer_id:
            here = True
        else:
            await _end(unit, row)
    if not here:
        row = await Employment.create(
            person_id=case.applicant_id,
            employer_id=case.employer_id,
            profession=case.profession,
            since=china_day(unit.now),
        )
        unit.record(EmploymentOpened(case.employer_name or ""), row)


async def end_employment(unit: Unit, person_id: int, profession: str) -> None:
    """The person works nowhere in this profession from now on."""
    for row in await _present(person_id, profession):
        await _end(unit, row)


async def take_over_changes(case: Registration) -> None:
    """What the grant of a change has found true becomes the record's: the employer's name, the person's data."""
    if ChangeItem.EMPLOYER_NAME in case.changes and case.employer_id:
        employer = await Employer.get(id=case.employer_id)
        employer.name = case.employer_name or employer.name
        await employer.store("name")
    if ChangeItem.PERSONAL in case.changes:
        person = await Person.get(id=case.applicant_id)
        for column in PERSONAL:
            setattr(person, column, getattr(case, column))
        await person.store(*PERSONAL)


async def _present(person_id: int, profession: str) -> list[Employment]:
    rows = Employment.filter(person_id=person_id, profession=profession, until__isnull=True)
    return await rows.order_by("id").prefetch_related("employer")


async def _end(unit: Unit, row: Employment) -> None:
    row.until = china_day(unit.now)
    await row.store("until")
    unit.record(EmploymentEnded(row.employer.name), row)
