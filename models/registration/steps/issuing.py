"""Making the certificate: the last stage of a grant, with all its effects in one unit of work."""

from datetime import timedelta
from typing import Any

from models.agencies.tables import Employment
from models.authorities.kinds import Grade, Profession
from models.authorities.tables import Authority
from models.files.tables import StoredFile
from models.kernel.clock import china_day
from models.kernel.unit import Unit, unit_of_work
from models.people.masks import mask_identity
from models.professions.asking import years_later
from models.professions.rulebook import Rulebook
from models.registration.credentials import Certificate, Seal
from models.registration.deliveries.adding import add_delivery
from models.registration.events import CertificateIssued, RegistrationCompleted, StagePassed
from models.registration.gather import book_of
from models.registration.kinds import CredentialState, RegistrationState, StageKind
from models.registration.numbers import next_number
from models.registration.signer import SignedFacts, Signer
from models.registration.stages import pass_stage
from models.registration.steps.held import Claimed, held, refuse_unless
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
    certificate = await _make(unit, case, signer)
    await _employ(unit, case)
    following = await _to_deliver(unit, case, stage, certificate)
    REGISTRATION.enter(
        case, now.move, RegistrationState.GRANTED if following else RegistrationState.COMPLETED
    )
    await case.store("state")
    unit.record(CertificateIssued(certificate.number, certificate.valid_until.isoformat()), certificate)
    if following:
        words = STAGE_WORDS[stage.kind], STAGE_WORDS[following.kind]
        unit.record(StagePassed(stage.kind, words[0], following.kind, words[1]), case)
    else:
        unit.record(RegistrationCompleted(str(case.number)), case)
    return case


async def _to_deliver(
    unit: Unit, case: Registration, stage: RegistrationStage, certificate: Certificate
) -> RegistrationStage | None:
    """Pass on to the delivery, where the route has one and there is something to hand over."""
    following = await pass_stage(unit, case, stage, None)
    if following is None or following.kind is not StageKind.DELIVERY:
        return following
    if await add_delivery(case, following, certificate.number):
        return following
    return await pass_stage(unit, case, following, None)


async def certificate_of(case: Registration) -> Certificate | None:
    """The certificate that a case yielded."""
    return await Certificate.get_or_none(registration_id=case.id)


async def _make(unit: Unit, case: Registration, signer: Signer) -> Certificate:
    book, authority = book_of(case), await Authority.get(id=case.authority_id)
    number = await next_number(unit, book.numbers.certificate, book, authority, case.grade)
    seal_number = await next_number(unit, book.numbers.seal, book, authority, case.grade)
    facts = await _facts(unit, case, authority, book, (number, seal_number))
    certificate = await Certificate.create(
        number=number,
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
        valid_from=facts.valid_from,
        valid_until=facts.valid_until,
        issued_at=unit.now,
        verify_code=signer(facts),
    )
    await Seal.create(certificate_id=certificate.id, number=seal_number, valid_until=facts.valid_until)
    return certificate


async def _facts(
    unit: Unit, case: Registration, authority: Authority, book: Rulebook, numbers: tuple[str, str]
) -> SignedFacts:
    day = china_day(unit.now)
    photo = await StoredFile.get_or_none(id=case.photo_id) if case.photo_id else None
    return SignedFacts(
        number=numbers[0],
        seal_number=numbers[1],
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


async def _employ(unit: Unit, case: Registration) -> None:
    """The grant makes the applicant an engineer at the employer, once."""
    known: dict[str, Any] = {
        "person_id": case.applicant_id,
        "employer_id": case.employer_id,
        "profession": case.profession,
    }
    if not await Employment.filter(**known, until__isnull=True).exists():
        await Employment.create(**known, since=china_day(unit.now))
