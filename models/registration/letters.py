"""What receipts, letters and certificates say, as plain facts."""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from models.authorities.kinds import Grade, Profession
from models.authorities.tables import Authority
from models.kernel.clock import china_day
from models.kernel.rules import Finding
from models.kernel.workdays import work_calendar
from models.professions.common_rules import LEAVING
from models.professions.shelf import has_seal, specialty_words
from models.professions.words import GRADE_WORDS, PROFESSION_WORDS
from models.registration.credentials import Certificate, CertificateLabel, Seal
from models.registration.form import COLUMN_AT, PLACES
from models.registration.gather import assess, book_of
from models.registration.kinds import CredentialKind, RegistrationState, StageKind, StageState
from models.registration.originals import GONE_WELL
from models.registration.papers import CaseHead, attached_papers, case_head
from models.registration.steps.credentials import PARTS, present_certificate
from models.registration.tables import Registration, RegistrationStage, ReviewRemark
from models.registration.words import ATTACHMENT_WORDS, CREDENTIAL_WORDS, SEX_WORDS, STAGE_WORDS


class LetterKind(StrEnum):
    """What the authority lets the applicant know."""

    RETURNED = "RETURNED"
    NOT_ACCEPTED = "NOT_ACCEPTED"
    REFUSED = "REFUSED"
    DEREGISTERED = "DEREGISTERED"


@dataclass(frozen=True, kw_only=True, slots=True)
class NextPaper:
    """A stage to come. `due_on` is None until its clock runs."""

    stage: str
    authority_name: str
    workdays: int | None
    due_on: date | None


@dataclass(frozen=True, kw_only=True, slots=True)
class ReceiptPaper:
    """The receipt of a submission, of a corrected one (`resubmitted_at`), or of the acceptance (`accepted_on`)."""

    case_id: str
    head: CaseHead
    resubmitted_at: datetime | None
    accepted_on: date | None
    materials: tuple[str, ...]
    next_steps: tuple[NextPaper, ...]
    law: str


@dataclass(frozen=True, kw_only=True, slots=True)
class RemarkPaper:
    """One thing to correct."""

    subject: str
    text: str
    law: str


@dataclass(frozen=True, kw_only=True, slots=True)
class LetterPaper:
    """A return, a declined acceptance, a refusal: with all remarks or reasons at once; or a granted deregistration.

    `filed_by`: the employer, where it was not the person.
    """

    letter: LetterKind
    head: CaseHead
    filed_by: str
    document_number: str
    issued_on: date
    law: str
    opinion: str
    remarks: tuple[RemarkPaper, ...]
    reasons: tuple[Finding, ...]
    answer_by: date | None


@dataclass(frozen=True, kw_only=True, slots=True)
class CertificatePaper:
    """A certificate as it is printed."""

    number: str
    name: str
    sex: str
    identity_masked: str
    profession: str
    grade: str
    employer_name: str
    valid_from: date
    valid_until: date
    issued_on: date
    authority_name: str
    region_code: str
    sealed: bool
    """Does the profession have a practice seal?"""
    seal_number: str
    label_number: str
    specialties: tuple[str, ...]
    photo_id: int | None
    verify_code: str


LETTERS = {
    RegistrationState.RETURNED: LetterKind.RETURNED,
    RegistrationState.NOT_ACCEPTED: LetterKind.NOT_ACCEPTED,
    RegistrationState.REFUSED: LetterKind.REFUSED,
}
LETTER_MARKS = {
    LetterKind.RETURNED: "补",
    LetterKind.NOT_ACCEPTED: "不受",
    LetterKind.REFUSED: "不予",
    LetterKind.DEREGISTERED: "准销",
}
NO_LONGER = "自本决定书作出之日起注销，不得再用于执业"


async def receipt_paper(case: Registration) -> ReceiptPaper:
    """The receipt of a submitted case, with what comes next and by when."""
    head = await case_head(case)
    stages = await _stages(case)
    accepted = next((one for one in stages if one.kind is StageKind.ACCEPTANCE), None)
    bodies = {one.id: one.name for one in await Authority.filter(id__in=[s.authority_id for s in stages])}
    passed = accepted and accepted.state is StageState.PASSED and accepted.closed_at
    return ReceiptPaper(
        case_id=case.global_id,
        head=head,
        resubmitted_at=case.resubmitted_at,
        accepted_on=china_day(passed) if passed else None,
        materials=tuple(paper.kind for paper in await attached_papers(case)),
        next_steps=tuple(
            NextPaper(
                stage=STAGE_WORDS[one.kind],
                authority_name=bodies.get(one.authority_id or 0, head.employer_name),
                workdays=one.workdays,
                due_on=china_day(one.due_at) if one.due_at else None,
            )
            for one in stages
            if one.state in (StageState.WAITING, StageState.OPEN)
        ),
        law=book_of(case).procedure_law,
    )


async def letter_paper(case: Registration) -> LetterPaper:
    """The letter that the case's state calls for. :raises LookupError: it calls for none."""
    letter = LetterKind.DEREGISTERED if _deregistered(case) else LETTERS[case.state]
    stage = await _deciding_stage(case, letter)
    findings = {finding.rule: finding for finding in (await assess(case)).findings}
    issued = (
        (stage.paused_at if letter is LetterKind.RETURNED else None) or stage.closed_at or case.updated_at
    )
    return LetterPaper(
        letter=letter,
        head=await case_head(case, stage.authority_id),
        filed_by=(case.employer_name or "") if case.filed_by_employer else "",
        document_number=f"{case.number}-{LETTER_MARKS[letter]}-{await _serial(case, letter, stage)}",
        issued_on=china_day(issued),
        law=book_of(case).procedure_law,
        opinion=stage.opinion or "",
        remarks=await _points(case, letter),
        reasons=tuple(findings[rule] for rule in stage.rules if rule in findings),
        answer_by=await _answer_by(case, stage) if letter is LetterKind.RETURNED else None,
    )


async def certificate_paper(row: Certificate) -> CertificatePaper:
    """A certificate with its seal's number, as it is printed."""
    authority = await Authority.get(id=row.authority_id)
    seal = await Seal.filter(certificate_id=row.id).order_by("id").first()
    label = await CertificateLabel.filter(certificate_id=row.id).order_by("id").first()
    return CertificatePaper(
        number=row.number,
        name=row.printed_name,
        sex=SEX_WORDS[row.printed_sex] if row.printed_sex else "",
        identity_masked=row.printed_identity,
        profession=PROFESSION_WORDS[Profession(row.profession)],
        grade=GRADE_WORDS[Grade(row.grade)] if row.grade else "",
        employer_name=row.printed_employer,
        valid_from=row.valid_from,
        valid_until=row.valid_until,
        issued_on=china_day(row.issued_at),
        authority_name=authority.name,
        region_code=authority.region_code or "",
        sealed=has_seal(row.profession),
        seal_number=seal.number if seal else "",
        label_number=label.number if label else "",
        specialties=specialty_words(row.profession, row.specialties),
        photo_id=row.photo_id,
        verify_code=row.verify_code,
    )


async def _stages(case: Registration) -> list[RegistrationStage]:
    return await RegistrationStage.filter(registration_id=case.id).order_by("place")


def _deregistered(case: Registration) -> bool:
    return case.kind in LEAVING and case.state in GONE_WELL


async def _points(case: Registration, letter: LetterKind) -> tuple[RemarkPaper, ...]:
    """What is to be corrected, or what ends with a deregistration."""
    if letter is LetterKind.RETURNED:
        return await _remarks(case)
    return await _ended(case) if letter is LetterKind.DEREGISTERED else ()


async def _ended(case: Registration) -> tuple[RemarkPaper, ...]:
    """The certificate and what goes with it, and why."""
    row = await present_certificate(case)
    assert row is not None, "a deregistration is about a certificate"
    parts = [
        RemarkPaper(subject=CREDENTIAL_WORDS[kind], text=f"编号{part.number}，{NO_LONGER}", law="")
        for kind in PARTS
        for part in await PARTS[kind].filter(certificate_id=row.id).order_by("-id").limit(1)
    ]
    until = f"{row.valid_until.year}年{row.valid_until.month}月{row.valid_until.day}日"
    text = f"编号{row.number}，有效期至{until}，{NO_LONGER}"
    certificate = RemarkPaper(subject=CREDENTIAL_WORDS[CredentialKind.CERTIFICATE], text=text, law="")
    return certificate, *parts, RemarkPaper(subject="申请原因", text=case.reason or "", law="")


async def _deciding_stage(case: Registration, letter: LetterKind) -> RegistrationStage:
    """The stage whose officer wrote: paused by a return, or closed by an end."""
    stages = await _stages(case)
    if letter is LetterKind.DEREGISTERED:
        return stages[-1]
    paused = [one for one in stages if one.state is StageState.PAUSED]
    return (paused or [one for one in stages if one.rules] or stages)[0]


async def _serial(case: Registration, letter: LetterKind, stage: RegistrationStage) -> int:
    """A case may be returned several times: its letters are counted. It ends once, at a stage."""
    if letter is not LetterKind.RETURNED:
        return stage.place
    returns = ReviewRemark.filter(registration_id=case.id).distinct()
    return len(await returns.values_list("made_at_version", flat=True))


async def _remarks(case: Registration) -> tuple[RemarkPaper, ...]:
    laws = {rule.id: rule.law for rule in book_of(case).rules}
    rows = await ReviewRemark.filter(registration_id=case.id, made_at_version=case.version).order_by("id")
    return tuple(
        RemarkPaper(subject=_subject(row), text=row.text, law=laws.get(row.rule or "", "")) for row in rows
    )


def _subject(row: ReviewRemark) -> str:
    if row.attachment_kind:
        page = f"第{row.page}页" if row.page else ""
        return f"附件：{ATTACHMENT_WORDS[row.attachment_kind]}{page}"
    return PLACES[COLUMN_AT[tuple(row.path or ())]].label


async def _answer_by(case: Registration, stage: RegistrationStage) -> date | None:
    if stage.paused_at is None:
        return None
    return (await work_calendar()).add(china_day(stage.paused_at), book_of(case).correction_workdays)
