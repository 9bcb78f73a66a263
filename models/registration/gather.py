"""Gathers what the rules look at, and asks them: the one way from rows to findings."""

from collections import defaultdict
from dataclasses import dataclass
from datetime import date

from models.agencies.tables import Employer, Employment
from models.authorities.kinds import AuthorityKind, Grade, Profession
from models.authorities.tables import Authority
from models.files.tables import StoredFile
from models.kernel.clock import china_day, today
from models.kernel.rules import Finding
from models.people.tables import Person, Qualification
from models.professions.facts import (
    AuthorityFacts,
    CaseFacts,
    EmployerFacts,
    FileFacts,
    OpenCase,
    QualificationFacts,
    Standing,
)
from models.professions.rulebook import Advice, KindForm, Rulebook
from models.professions.shelf import rulebook_of, rulebook_on
from models.registration.credentials import Certificate
from models.registration.form import FIELDS
from models.registration.kinds import (
    AttachmentKind,
    CredentialState,
    RegistrationKind,
    RegistrationState,
)
from models.registration.tables import Attachment, Registration
from models.registration.validity import present_state
from models.registration.workflow import ENDED


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
    book = book_of(case)
    facts = await facts_of(case, book)
    return Assessment(book, facts, book.findings(facts))


def book_of(case: Registration) -> Rulebook:
    """The edition the case was submitted under; for a draft, the one in force today."""
    if case.submitted_at is None:
        return rulebook_on(Profession(case.profession))
    return rulebook_of(case.profession, case.edition)


async def facts_of(case: Registration, book: Rulebook) -> CaseFacts:
    qualification = await _qualification(case)
    day = china_day(case.submitted_at) if case.submitted_at else today()
    qualified_on = qualification.obtained_on if qualification else None
    filed = case.submitted_at is not None
    kind = case.kind if filed else book.settle_kind(case.kind, qualified_on, day)
    authority = await Authority.get_or_none(id=case.authority_id) if case.authority_id else None
    return CaseFacts(
        kind=kind,
        day=day,
        form={column: getattr(case, column) for column in FIELDS},
        grade=Grade(case.grade) if case.grade else None,
        standing=await standing_of(case.applicant_id, case.profession, day, book),
        pledge_edition=case.pledge_edition,
        identity_taken=await _identity_taken(case),
        photo=await _photo(case),
        attachments=await _attachments(case),
        qualification=qualification,
        employer=await _employer(case),
        employed_at=await _employed_elsewhere(case),
        other_cases=await _other_cases(case),
        authority=_authority_facts(authority) if authority else None,
        choices=await _choices(case.profession),
    )


async def standing_of(person_id: int, profession: str, day: date, book: Rulebook) -> Standing:
    """Where a person stands in a profession on a day, by the newest certificate."""
    newest = (
        await Certificate.filter(person_id=person_id, profession=profession)
        .exclude(state=CredentialState.REPLACED)
        .order_by("-issued_at", "-id")
        .first()
    )
    if newest is None:
        return Standing.NEVER
    state = present_state(newest.state, newest.valid_until, book.renewal_months, day)
    return Standing(state.value)


async def open_cases(person_id: int, profession: str) -> list[Registration]:
    """The person's cases in a profession that have not ended."""
    return await Registration.filter(
        applicant_id=person_id, profession=profession, state__in=_not_ended()
    ).order_by("id")


def _not_ended() -> list[RegistrationState]:
    return [state for state in RegistrationState if state not in ENDED]


async def _other_cases(case: Registration) -> tuple[OpenCase, ...]:
    others = await open_cases(case.applicant_id, case.profession)
    return tuple(OpenCase(other.kind, other.number) for other in others if other.id != case.id)


async def _qualification(case: Registration) -> QualificationFacts | None:
    row = await Qualification.get_or_none(id=case.qualification_id) if case.qualification_id else None
    if row is None:
        return None
    grade = Grade(row.grade) if row.grade else None
    return QualificationFacts(row.certificate_number, row.obtained_on, grade, row.region_code)


async def _identity_taken(case: Registration) -> bool:
    if not case.identity_number:
        return False
    return await Person.filter(identity_number=case.identity_number).exclude(id=case.applicant_id).exists()


async def _photo(case: Registration) -> FileFacts | None:
    row = await StoredFile.get_or_none(id=case.photo_id) if case.photo_id else None
    return file_facts(row) if row else None


async def _attachments(case: Registration) -> dict[AttachmentKind, tuple[FileFacts, ...]]:
    found: dict[AttachmentKind, tuple[FileFacts, ...]] = defaultdict(tuple)
    for row in await Attachment.filter(registration_id=case.id).order_by("id").prefetch_related("file"):
        found[row.kind] += (file_facts(row.file),)
    return dict(found)


def file_facts(row: StoredFile) -> FileFacts:
    return FileFacts(
        row.name, row.media_type, row.bytes or 0, row.width, row.height, row.pages, row.plain_background
    )


async def _employer(case: Registration) -> EmployerFacts | None:
    row = await Employer.get_or_none(id=case.employer_id) if case.employer_id else None
    if row is None:
        return None
    return EmployerFacts(row.name, row.credit_code, row.region_code, row.fire_agency, row.key_unit)


async def _employed_elsewhere(case: Registration) -> str | None:
    row = (
        await Employment.filter(person_id=case.applicant_id, profession=case.profession, until__isnull=True)
        .exclude(employer_id=case.employer_id or 0)
        .prefetch_related("employer")
        .first()
    )
    return row.employer.name if row else None


async def _choices(profession: str) -> tuple[AuthorityFacts, ...]:
    rows = await Authority.all().order_by("id")
    return tuple(_authority_facts(row) for row in rows if profession in row.professions)


def _authority_facts(row: Authority) -> AuthorityFacts:
    return AuthorityFacts(row.id, row.name, AuthorityKind(row.kind), row.region_code)
