"""Gathers what the rules look at, and asks them: the one way from rows to findings."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from models.agencies.tables import Employer, EmployerState
from models.authorities.kinds import AuthorityKind, Grade, Profession
from models.authorities.tables import Authority
from models.education.kinds import HoursState
from models.education.tables import HoursRecord
from models.files.tables import StoredFile
from models.kernel.clock import china_day, today
from models.kernel.rules import Finding
from models.people.tables import Qualification
from models.professions.facts import (
    AuthorityFacts,
    CaseFacts,
    EmployerFacts,
    FileFacts,
    HoursFacts,
    OpenCase,
    QualificationFacts,
    WorkFacts,
)
from models.professions.rulebook import Advice, KindForm, Rulebook
from models.professions.shelf import rulebook_of, rulebook_on
from models.registration.form import FIELDS
from models.registration.kinds import AttachmentKind, RegistrationKind
from models.registration.originals import original_facts, standing_of_case
from models.registration.surrounding import Surrounding, surrounding
from models.registration.tables import Attachment, Registration


@dataclass(frozen=True)
class Assessment:
    """A case beside its rulebook. `kind` is what the application really is, as settled by the rules."""

    book: Rulebook
    facts: CaseFacts
    findings: list[Finding]

    @property
    def kind(self) -> RegistrationKind:
        return self.facts.kind

    @property
    def form(self) -> KindForm:
        return self.book.form(self.kind)

    @property
    def advice(self) -> Advice:
        return self.book.advise(self.facts)


async def assess(case: Registration) -> Assessment:
    """All findings on a case as it stands, met and unmet."""
    return (await assess_all([case]))[0]


async def assess_all(cases: Sequence[Registration]) -> list[Assessment]:
    """The same for many cases, in their order, with as many statements as for one."""
    if not cases:
        return []
    around = await surrounding(cases)
    return [_assessed(case, around) for case in cases]


def _assessed(case: Registration, around: Surrounding) -> Assessment:
    book = book_of(case)
    facts = facts_of(case, book, around)
    return Assessment(book, facts, book.findings(facts))


def book_of(case: Registration) -> Rulebook:
    """The edition the case was submitted under; for a draft, the one in force today."""
    if case.submitted_at is None:
        return rulebook_on(Profession(case.profession))
    return rulebook_of(case.profession, case.edition)


def facts_of(case: Registration, book: Rulebook, around: Surrounding, on: date | None = None) -> CaseFacts:
    """A case as plain values; nothing is read.

    :param on: the day that is supposed instead of today, for a case that is not handed in.
    """
    place = case.applicant_id, case.profession
    qualification = _qualification(around.qualifications.get(case.qualification_id or 0))
    day = china_day(case.submitted_at) if case.submitted_at else on or today()
    filed = case.submitted_at is not None
    qualified_on = qualification.obtained_on if qualification else None
    photo = around.files.get(case.photo_id or 0)
    original = around.originals.get(case.original_id or 0)
    choices = [_authority(row) for row in around.authorities if case.profession in row.professions]
    chosen = next((row for row in around.authorities if row.id == case.authority_id), None)
    return CaseFacts(
        kind=case.kind if filed else book.settle_kind(case.kind, qualified_on, day),
        day=day,
        form={column: getattr(case, column) for column in FIELDS},
        grade=Grade(case.grade) if case.grade else None,
        standing=standing_of_case(case, original, around.certificates.get(place, []), day, book),
        original=original_facts(original, book, case) if original else None,
        pledge_edition=case.pledge_edition,
        identity_taken=bool(around.numbers.get(case.identity_number or "", set()) - {case.applicant_id}),
        photo=file_facts(photo) if photo else None,
        attachments=_attached(around.attachments.get(case.id, []), around.files),
        qualification=qualification,
        experience=tuple(
            WorkFacts(row.since, row.until, row.employer) for row in around.experience.get(case.id, [])
        ),
        hours=tuple(hours_facts(row, case) for row in around.hours.get(place, [])),
        employer=_employer(around.employers.get(case.employer_id or 0)),
        employed_at=_employed_elsewhere(case, around),
        other_cases=tuple(
            OpenCase(other.kind, other.number)
            for other in around.open_cases.get(place, [])
            if other.id != case.id and _known_to_filer(other, case)
        ),
        authority=_authority(chosen) if chosen else None,
        choices=tuple(choices),
    )


def file_facts(row: StoredFile) -> FileFacts:
    return FileFacts(
        row.name, row.media_type, row.bytes or 0, row.width, row.height, row.pages, row.plain_background
    )


def _known_to_filer(other: Registration, case: Registration) -> bool:
    """A draft is its filer's alone: it neither shows nor hinders elsewhere."""
    return other.submitted_at is not None or other.filed_by_employer == case.filed_by_employer


def _qualification(row: Qualification | None) -> QualificationFacts | None:
    if row is None:
        return None
    grade = Grade(row.grade) if row.grade else None
    return QualificationFacts(
        row.certificate_number,
        row.obtained_on,
        grade,
        row.region_code,
        tuple(row.specialties),
        row.choice_used,
    )


def hours_facts(row: HoursRecord, case: Registration) -> HoursFacts:
    return HoursFacts(
        id=row.id,
        provider=row.provider_name,
        hours=row.hours,
        since=row.since,
        until=row.until,
        specialty=row.specialty,
        declared=row.state is HoursState.DECLARED,
        proved=row.proof_id is not None,
        counted_elsewhere=row.counted_in_id not in (None, case.id),
    )


def _attached(
    rows: Sequence[Attachment], files: Mapping[int, StoredFile]
) -> dict[AttachmentKind, tuple[FileFacts, ...]]:
    found: dict[AttachmentKind, tuple[FileFacts, ...]] = defaultdict(tuple)
    for row in rows:
        found[row.kind] += (file_facts(files[row.file_id]),)
    return dict(found)


def _employer(row: Employer | None) -> EmployerFacts | None:
    if row is None:
        return None
    return EmployerFacts(
        row.name,
        row.credit_code,
        row.region_code,
        row.fire_agency,
        row.key_unit,
        row.state is EmployerState.ACTIVE,
        row.central_body_id,
    )


def _employed_elsewhere(case: Registration, around: Surrounding) -> str | None:
    employments = around.employments.get((case.applicant_id, case.profession), [])
    other = next((row for row in employments if row.employer_id != case.employer_id), None)
    return around.employers[other.employer_id].name if other else None


def _authority(row: Authority) -> AuthorityFacts:
    return AuthorityFacts(row.id, row.name, AuthorityKind(row.kind), row.region_code, tuple(row.specialties))
