"""What the documents of a case say, as plain facts: words, China days, row keys of pictures. Nothing is drawn here."""

from dataclasses import dataclass
from datetime import date, datetime

from models.authorities.kinds import Grade, Profession
from models.authorities.tables import Authority, Contact
from models.people.masks import mask_identity
from models.people.tables import Qualification
from models.professions.shelf import specialty_words
from models.professions.words import GRADE_WORDS, PROFESSION_WORDS
from models.registration.digest import preview_digest
from models.registration.gather import book_of
from models.registration.kind_papers import KindPaper, kind_paper
from models.registration.list_papers import (
    ExperiencePaper,
    HoursPaper,
    delivery_words,
    experience_papers,
    hours_papers,
)
from models.registration.tables import Attachment, Registration
from models.registration.words import (
    ATTACHMENT_WORDS,
    IDENTITY_WORDS,
    KIND_WORDS,
    NATURE_WORDS,
    SEX_WORDS,
)


@dataclass(frozen=True, kw_only=True, slots=True)
class CaseHead:
    """What every document of a case begins with."""

    profession: str
    grade: str
    kind: str
    number: str
    submitted_at: datetime | None
    authority_name: str
    authority_contact: str
    applicant: str
    identity_masked: str
    employer_name: str


@dataclass(frozen=True, kw_only=True, slots=True)
class QualificationPaper:
    """The qualification certificate. `region_code`: the province it was obtained in."""

    certificate_number: str
    management_number: str
    obtained_on: date
    region_code: str


@dataclass(frozen=True, kw_only=True, slots=True)
class AttachedPaper:
    """One attachment."""

    kind: str
    file_name: str
    pages: int


@dataclass(frozen=True, kw_only=True, slots=True)
class OpinionPaper:
    """One box of a stage that signs the printed form, and who signs."""

    heading: str
    signer: str


@dataclass(frozen=True, kw_only=True, slots=True)
class ApplicationPaper:
    """The application form, whole or as far as it is filled in: empty texts and None where nothing is.

    `heading` and `note` of a short form; `pages` that it must fit, None: as many as it takes.
    """

    head: CaseHead
    heading: str
    note: str
    pages: int | None
    by_employer: bool
    opinions: tuple[OpinionPaper, ...]
    name: str
    sex: str
    birth_date: date | None
    identity_kind: str
    identity_number: str
    mobile: str
    email: str
    education: str
    address: str
    photo_id: int | None
    qualification: QualificationPaper | None
    employer_name: str
    employer_code: str
    employer_nature: str
    employer_address: str
    employer_postcode: str
    employer_phone: str
    employer_fax: str
    department: str
    post: str
    term_from: date | None
    term_until: date | None
    retired: bool
    of_kind: KindPaper
    specialties: tuple[str, ...]
    experience: tuple[ExperiencePaper, ...]
    hours: tuple[HoursPaper, ...]
    delivery: str
    attachments: tuple[AttachedPaper, ...]
    pledge: tuple[str, ...]
    pledge_accepted: bool
    digest: str


async def application_paper(case: Registration) -> ApplicationPaper:
    """The form as it stands now; the digest is that of the preview."""
    form = book_of(case).form(case.kind)
    return ApplicationPaper(
        head=await case_head(case),
        heading=form.short.heading if form.short else "",
        note=form.short.note if form.short else "",
        pages=form.printed_pages,
        by_employer=case.filed_by_employer,
        opinions=tuple(OpinionPaper(heading=step.opinion, signer=step.signer) for step in form.opinions),
        name=case.name or "",
        sex=SEX_WORDS[case.sex] if case.sex else "",
        birth_date=case.birth_date,
        identity_kind=IDENTITY_WORDS[case.identity_kind] if case.identity_kind else "",
        identity_number=case.identity_number or "",
        mobile=case.mobile or "",
        email=case.email or "",
        education=case.education or "",
        address=case.address or "",
        photo_id=case.photo_id,
        qualification=await _qualification(case),
        employer_name=case.employer_name or "",
        employer_code=case.employer_code or "",
        employer_nature=NATURE_WORDS[case.employer_nature] if case.employer_nature else "",
        employer_address=case.employer_address or "",
        employer_postcode=case.employer_postcode or "",
        employer_phone=case.employer_phone or "",
        employer_fax=case.employer_fax or "",
        department=case.department or "",
        post=case.post or "",
        term_from=case.term_from,
        term_until=case.term_until,
        retired=bool(case.retired),
        of_kind=await kind_paper(case),
        specialties=specialty_words(case.profession, case.specialties),
        experience=await experience_papers(case),
        hours=await hours_papers(case),
        delivery=delivery_words(case),
        attachments=await attached_papers(case),
        pledge=form.pledge.clauses,
        pledge_accepted=case.pledge_edition is not None,
        digest=await preview_digest(case),
    )


async def case_head(case: Registration, body: int | None = None) -> CaseHead:
    """`body`: the one that writes; the chosen one unless it is named."""
    body = body or case.authority_id
    authority = await Authority.get_or_none(id=body) if body else None
    return CaseHead(
        profession=PROFESSION_WORDS[Profession(case.profession)],
        grade=GRADE_WORDS[Grade(case.grade)] if case.grade else "",
        kind=KIND_WORDS[case.kind],
        number=case.number or "",
        submitted_at=case.submitted_at,
        authority_name=authority.name if authority else "",
        authority_contact=await _contact(body),
        applicant=case.name or "",
        identity_masked=mask_identity(case.identity_number or ""),
        employer_name=case.employer_name or "",
    )


async def attached_papers(case: Registration) -> tuple[AttachedPaper, ...]:
    rows = await Attachment.filter(registration_id=case.id).order_by("id").prefetch_related("file")
    return tuple(
        AttachedPaper(kind=ATTACHMENT_WORDS[row.kind], file_name=row.file.name, pages=row.file.pages or 1)
        for row in rows
    )


async def _qualification(case: Registration) -> QualificationPaper | None:
    row = await Qualification.get_or_none(id=case.qualification_id) if case.qualification_id else None
    if row is None:
        return None
    return QualificationPaper(
        certificate_number=row.certificate_number,
        management_number=row.management_number or "",
        obtained_on=row.obtained_on,
        region_code=row.region_code or "",
    )


async def _contact(authority_id: int | None) -> str:
    row = await Contact.filter(authority_id=authority_id or 0).order_by("id").first()
    return " ".join(filter(None, (row.label, *row.phones, row.address))) if row else ""
