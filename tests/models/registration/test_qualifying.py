"""The qualification of a newcomer comes from the examination records, by name and identity number."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from models.authorities.kinds import Grade, Profession
from models.kernel.clock import today
from models.kernel.viewer import SYSTEM_VIEWER, Viewer
from models.people.examinations import ExaminationRecord, ExaminationRecords, NoRecords
from models.people.imports import ResultLine
from models.people.kinds import IdentityKind
from models.people.steps.importing import ImportedRecords
from models.people.tables import Person, Qualification
from models.registration.steps.drafting import save_registration
from models.registration.steps.qualifying import with_qualification
from models.registration.tables import Registration
from models.transfers.importer import Origin
from models.transfers.importers.examinations import EXAMINATIONS, PassLine
from models.transfers.rights import Scope
from models.transfers.steps.importing import Taking, take_over_lines
from tests.factories import FIRE, draft, identity_number, person

OF_ANOTHER = ExaminationRecord(Profession.SAFETY_ENGINEER, None, "AQ1", date(2026, 1, 2), "320000")


@dataclass
class Records:
    """What the examining body has, and who was asked for."""

    found: Sequence[ExaminationRecord]
    asked: list[tuple[str, str]] = field(default_factory=list)

    async def passed_by(self, name: str, kind: IdentityKind, number: str) -> Sequence[ExaminationRecord]:
        self.asked.append((name, number))
        return self.found


def record(obtained_on: date | None = None) -> ExaminationRecord:
    return ExaminationRecord(FIRE, Grade.FIRST, "XF20260001", obtained_on or today(), "320000")


async def newcomer() -> tuple[Viewer, Registration]:
    """A draft of somebody without any qualification; the person's own data are in it already."""
    viewer = await person()
    return viewer, await draft(viewer)


async def saved(
    viewer: Viewer, case: Registration, records: ExaminationRecords, **changes: Any
) -> Registration:
    save = save_registration(viewer, id=case.id, version=case.version, changes=changes)
    await with_qualification(viewer, save, records)
    return await Registration.get(id=case.id)


async def test_the_records_give_the_qualification_with_the_save(database: str) -> None:
    viewer, case = await newcomer()
    records = Records([OF_ANOTHER, record()])
    case = await saved(viewer, case, records, education="消防工程 本科")
    applicant = await Person.get(id=viewer.person_id)
    assert records.asked == [(applicant.name, applicant.identity_number)]
    assert (case.qualification_number, case.grade) == ("XF20260001", Grade.FIRST)
    assert [one.person_id for one in await Qualification.all()] == [viewer.person_id]


async def test_what_was_imported_gives_the_qualification(database: str) -> None:
    viewer, case = await newcomer()
    applicant = await Person.get(id=viewer.person_id)
    line = ResultLine(
        line=2, certificate_number="XF20260002", name=applicant.name, kind=IdentityKind.RESIDENT,
        number=applicant.identity_number or "", profession=FIRE, grade=Grade.FIRST, obtained_on=today(),
        region_code="320000", management_number=None,
    )  # fmt: skip
    secret = b"a secret of the tests"
    taking = Taking(EXAMINATIONS, Scope(everything=True), Origin("2026.csv", "tests", secret))
    await take_over_lines(SYSTEM_VIEWER, taking=taking, lines=[PassLine(2, line)])
    case = await saved(viewer, case, ImportedRecords(secret), education="本科")
    assert (case.qualification_number, case.grade) == ("XF20260002", Grade.FIRST)


async def test_a_late_qualification_makes_the_registration_late(sqlite: str) -> None:
    viewer, case = await newcomer()
    case = await saved(viewer, case, Records([record(date(2024, 1, 2))]), education="本科")
    assert case.kind == "LATE_INITIAL"


async def test_nobody_is_asked_for_while_name_or_number_are_missing(sqlite: str) -> None:
    viewer, case = await newcomer()
    records = Records([record()])
    case = await saved(viewer, case, records, identity_number=None)
    assert records.asked == []
    assert case.qualification_id is None


async def test_nothing_found_leaves_the_draft_as_it_was_saved(sqlite: str) -> None:
    viewer, case = await newcomer()
    case = await saved(viewer, case, NoRecords(), education="本科")
    assert (case.education, case.qualification_id) == ("本科", None)


async def test_another_number_takes_the_qualification_away_and_asks_again(sqlite: str) -> None:
    viewer, case = await newcomer()
    case = await saved(viewer, case, Records([record()]), education="本科")
    other = identity_number(date(1991, 2, 3), 77)
    case = await saved(viewer, case, NoRecords(), identity_number=other)
    assert (case.qualification_id, case.qualification_number, case.grade) == (None, None, None)
    records = Records([record()])
    case = await saved(viewer, case, records, address="南京市汉口路22号")
    assert records.asked[0][1] == other
    assert case.qualification_id is not None


async def test_saving_again_finds_the_same_record_once(sqlite: str) -> None:
    viewer, case = await newcomer()
    for education in ("本科", "硕士"):
        case = await saved(viewer, case, Records([record()]), education=education)
    assert await Qualification.all().count() == 1
