"""Making the certificate: the last stage of a grant, with all its effects in one unit of work."""

from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from models.agencies.tables import Employment
from models.authorities.kinds import Grade, Profession
from models.authorities.tables import Authority
from models.education.tables import HoursRecord
from models.files.tables import StoredFile
from models.kernel.clock import china_day
from models.kernel.unit import Unit, unit_of_work
from models.people.masks import mask_identity
from models.people.tables import Qualification
from models.professions.asking import years_later
from models.professions.rulebook import Rulebook
from models.registration.credentials import Certificate, CertificateLabel, Seal
from models.registration.events import CertificateIssued, RegistrationCompleted, StagePassed
from models.registration.gather import book_of
from models.registration.kinds import CredentialState, RegistrationState, StageKind, StageState
from models.registration.numbers import next_number
from models.registration.signer import SignedFacts, Signer
from models.registration.stages import pass_stage, stage_with
from models.registration.steps.held import Claimed, held, refuse_unless
from models.registration.surrounding import hours_of
from models.registration.tables import Registration, RegistrationStage
from models.registration.words import STAGE_WORDS
from models.registration.workflow import REGISTRATION


@unit_of_work
async def issue_certificate(unit: Unit, *, on: Claimed, signer: Signer) -> Registration:
    """Give numbers and validity by the case's edition, make certificate and seal, open the employment.

    `signer` makes the code of the QR. The paper itself is drawn after the commit, by a reader of the journal.
    """
    now = await held(unit, on, "issue_certificate")
    case, stage = now.case, now.stage
    await refuse_unless(stage.kind is StageKind.CERTIFICATE_MAKING, case, stage, "制证")
    certificate = await _make(unit, case, stage, signer)
    await _employ(unit, case)
    await _use_up(case)
    last = await stage_with(case, StageState.WAITING) is None
    REGISTRATION.enter(case, now.move, RegistrationState.COMPLETED if last else RegistrationState.GRANTED)
    await case.store("state")
    following = await pass_stage(unit, case, stage, None)
    unit.record(CertificateIssued(certificate.number, certificate.valid_until.isoformat()), certificate)
    if following:
        words = STAGE_WORDS[stage.kind], STAGE_WORDS[following.kind]
        unit.record(StagePassed(stage.kind, words[0], following.kind, words[1]), case)
    else:
        unit.record(RegistrationCompleted(str(case.number)), case)
    return case


async def certificate_of(case: Registration) -> Certificate | None:
    """The certificate that a case yielded."""
    return await Certificate.get_or_none(registration_id=case.id)


async def _make(unit: Unit, case: Registration, stage: RegistrationStage, signer: Signer) -> Certificate:
    """By the body that makes it: number and validity, then the seal and the label that the rulebook has."""
    book, authority = book_of(case), await Authority.get(id=stage.authority_id)
    numbers = await _numbers(unit, case, book, authority)
    facts = await _facts(unit, case, authority, book, numbers)
    certificate = await Certificate.create(
        number=numbers.certificate,
        profession=case.profession,
        grade=case.grade,
        state=CredentialState.VALID,
        state_since=facts.valid_from,
        person_id=case.applicant_id,
        employer_id=case.employer_id,
        authority_id=authority.id,
        registration_id=case.id,
        photo_id=case.photo_id,
        region=case.region,
        printed_name=facts.name,
        printed_sex=facts.sex,
        printed_identity=facts.identity_masked,
        printed_employer=facts.employer_name,
        specialties=case.specialties or [],
        valid_from=facts.valid_from,
        valid_until=facts.valid_until,
        issued_at=unit.now,
        verify_code=signer(facts),
    )
    known = {"certificate_id": certificate.id, "valid_until": facts.valid_until}
    if numbers.seal:
        await Seal.create(number=numbers.seal, **known)
    if numbers.label:
        await CertificateLabel.create(number=numbers.label, **known)
    return certificate


@dataclass(frozen=True)
class Numbers:
    """Numbers of what a grant yields; empty where it yields no such thing."""

    certificate: str
    seal: str
    label: str


async def _numbers(unit: Unit, case: Registration, book: Rulebook, authority: Authority) -> Numbers:
    async def number(form: str | None) -> str:
        return await next_number(unit, form, book, authority, case.grade) if form else ""

    forms = book.numbers
    return Numbers(await number(forms.certificate), await number(forms.seal), await number(forms.label))


async def _facts(
    unit: Unit, case: Registration, authority: Authority, book: Rulebook, numbers: Numbers
) -> SignedFacts:
    day = china_day(unit.now)
    photo = await StoredFile.get_or_none(id=case.photo_id) if case.photo_id else None
    return SignedFacts(
        number=numbers.certificate,
        seal_number=numbers.seal,
        label_number=numbers.label,
        specialties=book.specialty_words(case.specialties or ()),
        name=case.name or "",
        sex=case.sex,
        identity_masked=mask_identity(case.identity_number or ""),
        profession=Profession(case.profession),
        grade=Grade(case.grade) if case.grade else None,
        employer_name=case.employer_name or "",
        authority_name=authority.name,
        region_code=authority.region_code or "",
        valid_from=day,
        valid_until=years_later(day, book.validity_years) - timedelta(days=1),
        issued_on=day,
        photo_id=case.photo_id,
        photo_sha256=photo.sha256 if photo else None,
    )


async def _use_up(case: Registration) -> None:
    """The hours that counted count in no other period; a free choice of the specialty has been used (S4-10)."""
    counting = (await hours_of([case.applicant_id])).get((case.applicant_id, case.profession), [])
    if book_of(case).form(case.kind).hours:
        fresh = [row.id for row in counting if row.counted_in_id is None]
        await HoursRecord.filter(id__in=fresh).update(counted_in_id=case.id)
    if case.qualification_id and case.specialties:
        qualification = await Qualification.get(id=case.qualification_id)
        if not set(case.specialties) <= set(qualification.specialties):
            qualification.choice_used = True
            await qualification.store("choice_used")


async def _employ(unit: Unit, case: Registration) -> None:
    """The grant makes the applicant an engineer at the employer, once."""
    known: dict[str, Any] = {
        "person_id": case.applicant_id,
        "employer_id": case.employer_id,
        "profession": case.profession,
    }
    if not await Employment.filter(**known, until__isnull=True).exists():
        await Employment.create(**known, since=china_day(unit.now))
