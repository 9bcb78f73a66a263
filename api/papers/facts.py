"""From the domain's facts of a case to what printing takes."""

from dataclasses import dataclass

from models.authorities.tables import Region
from models.files.tables import StoredFile
from models.files.vault import vault
from models.registration.credentials import Certificate
from models.registration.kind_papers import KindPaper
from models.registration.letters import LetterPaper, ReceiptPaper, certificate_paper
from models.registration.papers import ApplicationPaper
from printing.documents.application_form import (
    ApplicantPart,
    ApplicationFormData,
    AttachedFile,
    ChangedField,
    Choice,
    EmploymentPart,
    ExperiencePart,
    HoursPart,
    KindPart,
    OpinionPart,
    QualificationPart,
)
from printing.documents.certificate import CertificateData
from printing.documents.decision_letter import DecisionLetterData, LetterKind, Reason, Remark
from printing.documents.receipt import NextStep, ReceiptData, ReceiptKind

PROVINCE_DIGITS = 2


@dataclass(frozen=True)
class Site:
    """What papers say of the service itself."""

    public_url: str
    demonstration: bool


async def application_form_data(paper: ApplicationPaper, site: Site) -> ApplicationFormData:
    """The form; a draft's has gaps."""
    head = paper.head
    return ApplicationFormData(
        profession=head.profession,
        grade=head.grade,
        kind=head.kind,
        number=head.number,
        submitted_at=head.submitted_at,
        authority_name=head.authority_name,
        applicant=await _applicant(paper),
        qualification=await _qualification(paper),
        employment=_employment(paper),
        of_kind=_of_kind(paper.of_kind),
        specialties=paper.specialties,
        experience=tuple(
            ExperiencePart(since=one.since, until=one.until, employer=one.employer, work=one.work)
            for one in paper.experience
        ),
        hours=tuple(
            HoursPart(provider=one.provider, specialty=one.specialty, hours=one.hours, until=one.until)
            for one in paper.hours
        ),
        delivery=paper.delivery,
        attachments=tuple(
            AttachedFile(kind=one.kind, file_name=one.file_name, pages=one.pages) for one in paper.attachments
        ),
        pledge=paper.pledge,
        pledge_accepted_at=head.submitted_at if paper.pledge_accepted else None,
        digest=paper.digest,
        heading=paper.heading,
        note=paper.note,
        pages=paper.pages,
        by_employer=paper.by_employer,
        opinions=tuple(OpinionPart(heading=one.heading, signer=one.signer) for one in paper.opinions),
        demonstration=site.demonstration,
    )


async def receipt_data(paper: ReceiptPaper, site: Site) -> ReceiptData:
    head = paper.head
    assert head.submitted_at is not None, "only submitted cases have receipts"
    return ReceiptData(
        receipt=_receipt_kind(paper),
        number=head.number,
        applicant=head.applicant,
        identity_masked=head.identity_masked,
        profession=head.profession,
        grade=head.grade,
        kind=head.kind,
        employer_name=head.employer_name,
        authority_name=head.authority_name,
        authority_contact=head.authority_contact,
        submitted_at=head.submitted_at,
        resubmitted_at=paper.resubmitted_at,
        accepted_on=paper.accepted_on,
        materials=paper.materials,
        next_steps=tuple(
            NextStep(
                stage=step.stage,
                authority_name=step.authority_name,
                workdays=step.workdays,
                due_on=step.due_on,
            )
            for step in paper.next_steps
        ),
        law=paper.law,
        progress_url=f"{site.public_url}/registrations/{paper.case_id}",
        demonstration=site.demonstration,
    )


async def certificate_data(row: Certificate, site: Site) -> CertificateData:
    paper = await certificate_paper(row)
    return CertificateData(
        number=paper.number,
        name=paper.name,
        sex=paper.sex,
        identity_masked=paper.identity_masked,
        profession=paper.profession,
        grade=paper.grade,
        employer_name=paper.employer_name,
        valid_from=paper.valid_from,
        valid_until=paper.valid_until,
        issued_on=paper.issued_on,
        authority_name=paper.authority_name,
        region_name=await _province(paper.region_code),
        sealed=paper.sealed,
        seal_number=paper.seal_number,
        label_number=paper.label_number,
        specialties=paper.specialties,
        photo=await _content(paper.photo_id),
        verify_url=f"{site.public_url}/verify/{paper.verify_code}",
        demonstration=site.demonstration,
    )


async def _applicant(paper: ApplicationPaper) -> ApplicantPart:
    return ApplicantPart(
        name=paper.name,
        sex=paper.sex,
        birth_date=paper.birth_date,
        identity_kind=paper.identity_kind,
        identity_number=paper.identity_number,
        mobile=paper.mobile,
        email=paper.email,
        education=paper.education,
        address=paper.address,
        photo=await _content(paper.photo_id),
    )


async def _qualification(paper: ApplicationPaper) -> QualificationPart:
    known = paper.qualification
    return QualificationPart(
        certificate_number=known.certificate_number if known else "",
        management_number=known.management_number if known else "",
        obtained_on=known.obtained_on if known else None,
        region_name=await _province(known.region_code) if known else "",
    )


def _employment(paper: ApplicationPaper) -> EmploymentPart:
    return EmploymentPart(
        name=paper.employer_name,
        credit_code=paper.employer_code,
        nature=paper.employer_nature,
        address=paper.employer_address,
        postcode=paper.employer_postcode,
        phone=paper.employer_phone,
        fax=paper.employer_fax,
        department=paper.department,
        post=paper.post,
        term_from=paper.term_from,
        term_until=paper.term_until,
        retired=paper.retired,
    )


def _of_kind(paper: KindPaper) -> KindPart | None:
    if not paper.original_number:
        return None
    return KindPart(
        original_number=paper.original_number,
        original_until=paper.original_until,
        items=paper.items,
        changes=tuple(
            ChangedField(label=one.label, before=one.before, after=one.after) for one in paper.changes
        ),
        objects=paper.objects,
        choices=tuple(
            Choice(word=one.word, chosen=one.chosen, pictured=one.pictured) for one in paper.choices
        ),
        cause=paper.cause,
        reason=paper.reason,
    )


def _receipt_kind(paper: ReceiptPaper) -> ReceiptKind:
    if paper.resubmitted_at:
        return ReceiptKind.RESUBMISSION
    return ReceiptKind.ACCEPTANCE if paper.accepted_on else ReceiptKind.SUBMISSION


async def letter_data(paper: LetterPaper, site: Site) -> DecisionLetterData:
    head = paper.head
    assert head.submitted_at is not None
    return DecisionLetterData(
        letter=LetterKind(paper.letter.value),
        document_number=paper.document_number,
        applicant=head.applicant,
        profession=head.profession,
        grade=head.grade,
        kind=head.kind,
        registration_number=head.number,
        submitted_on=head.submitted_at.date(),
        authority_name=head.authority_name,
        authority_contact=head.authority_contact,
        issued_on=paper.issued_on,
        law=paper.law,
        remarks=tuple(Remark(subject=one.subject, text=one.text, law=one.law) for one in paper.remarks),
        reasons=tuple(
            Reason(
                rule=one.rule,
                law=one.law,
                message=one.message,
                present=one.present or "",
                needed=one.needed or "",
                advice=one.advice or "",
            )
            for one in paper.reasons
        ),
        answer_by=paper.answer_by,
        filed_by=paper.filed_by,
        demonstration=site.demonstration,
    )


async def _province(code: str) -> str:
    region = await Region.get_or_none(code=f"{code[:PROVINCE_DIGITS]}0000") if code else None
    return region.name if region else ""


async def _content(file_id: int | None) -> bytes | None:
    file = await StoredFile.get_or_none(id=file_id) if file_id else None
    if file is None or file.storage_key is None or file.bytes is None:
        return None
    return b"".join([part async for part in vault().storage.read(file.storage_key, 0, file.bytes)])
