"""Saving a draft, and then asking the examination records for the qualification of whoever it now names."""

from collections.abc import Awaitable, Sequence

from models.kernel.rows import for_change
from models.kernel.unit import Done, Unit, unit_of_work
from models.kernel.viewer import Viewer
from models.people.examinations import ExaminationRecord, ExaminationRecords
from models.people.kinds import IdentityKind
from models.people.tables import Qualification
from models.registration.events import RegistrationSaved
from models.registration.form import FIELDS
from models.registration.reads import visible_to
from models.registration.relations import relations_to
from models.registration.steps.drafting import settled_kind
from models.registration.steps.fields import mark
from models.registration.steps.prefilling import of_qualification
from models.registration.tables import Registration
from models.registration.workflow import REGISTRATION

FIELD = "qualification_id"


async def with_qualification(
    viewer: Viewer, save: Awaitable[Done[Registration]], records: ExaminationRecords
) -> Done[Registration]:
    """Save; while the draft has no qualification, look for one. The records are asked after the commit."""
    saved = await save
    case = saved.value
    if case.qualification_id is not None or not (case.name and case.identity_kind and case.identity_number):
        return saved
    found = await records.passed_by(case.name, IdentityKind(case.identity_kind), case.identity_number)
    of_profession = [record for record in found if record.profession == case.profession]
    if not of_profession:
        return saved
    taken = await take_up_records(viewer, id=case.id, number=case.identity_number, found=of_profession)
    return Done(taken.value, taken.cursor or saved.cursor, saved.replayed)


@unit_of_work
async def take_up_records(
    unit: Unit, *, id: int, number: str, found: Sequence[ExaminationRecord]
) -> Registration:
    """Note the examinations as the filer's, and put the first into the draft, unless it changed meanwhile."""
    case = await for_change(Registration, visible_to(unit.viewer), id)
    await REGISTRATION.require(case, "save_registration", relations_to(case, unit.viewer, None))
    if case.qualification_id is not None or case.identity_number != number:
        return case
    rows = [await _noted(case.applicant_id, number, record) for record in found]
    for column, value in of_qualification(rows[0]).items():
        setattr(case, column, value)
    case.kind = settled_kind(case, rows[0].obtained_on)
    mark(case, [FIELD])
    await case.store(*of_qualification(rows[0]), "kind", "field_versions")
    unit.record(RegistrationSaved(FIELDS[FIELD].label), case)
    return case


async def _noted(person_id: int, number: str, record: ExaminationRecord) -> Qualification:
    profession, certificate_number = record.profession, record.certificate_number
    known = await Qualification.get_or_none(
        person_id=person_id, profession=profession, certificate_number=certificate_number
    )
    return known or await Qualification.create(
        person_id=person_id,
        profession=profession,
        certificate_number=certificate_number,
        grade=record.grade,
        management_number=record.management_number,
        obtained_on=record.obtained_on,
        region_code=record.region_code,
        specialties=list(record.specialties),
        found_for=number,
    )
