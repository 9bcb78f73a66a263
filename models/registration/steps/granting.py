"""The effects of a grant, all in the unit of work that completes the case: by kind, as `effects` has them."""

from dataclasses import dataclass

from models.authorities.kinds import Grade, Profession
from models.authorities.tables import Authority
from models.files.tables import StoredFile
from models.kernel.clock import china_day
from models.kernel.errors import Refused, WrongState
from models.kernel.unit import Unit
from models.people.masks import mask_identity
from models.registration.certificate_events import LabelReissued, SealReissued
from models.registration.credentials import Certificate
from models.registration.effects import EFFECTS, Effect, Employed, Period, period_of
from models.registration.events import CertificateIssued, RegistrationCompleted
from models.registration.gather import book_of
from models.registration.kinds import CredentialKind
from models.registration.letters import letter_paper
from models.registration.made import PaperKind, order_papers
from models.registration.signer import SignedFacts, Signer
from models.registration.steps import credentials
from models.registration.steps.employing import employ_here, end_employment, take_over_changes
from models.registration.steps.using_up import use_up
from models.registration.tables import Registration
from models.registration.workflow import REGISTRATION, Relation

REISSUED = {CredentialKind.SEAL: SealReissued, CredentialKind.LABEL: LabelReissued}
NO_CERTIFICATE = "所依据的注册证已不存在"


@dataclass(frozen=True)
class Making:
    """What a grant makes: `by` which body, out of which `old` certificate, which `objects` anew."""

    unit: Unit
    case: Registration
    by: Authority
    signer: Signer
    effect: Effect
    old: Certificate | None
    objects: frozenset[CredentialKind]


async def carry_out(unit: Unit, case: Registration, by: Authority, signer: Signer) -> Certificate:
    """Make what the grant yields and settle the employment; gives the certificate that it belongs to.

    :raises Refused: the old certificate has ended.
    """
    effect = EFFECTS[case.kind]
    old = await _present(case) if effect.replaces else None
    objects = effect.objects or frozenset(CredentialKind(one) for one in case.reissue_of)
    certificate = await _make(Making(unit, case, by, signer, effect, old, objects))
    await take_over_changes(case)
    await use_up(case)
    if effect.employed is Employed.HERE:
        await employ_here(unit, case)
    return certificate


async def leave(unit: Unit, case: Registration) -> None:
    """Nothing is made: certificate and seal are cancelled, the employment ends, the case is complete; a letter says so."""
    await credentials.cancel(unit, await _present(case), case.reason)
    await end_employment(unit, case.applicant_id, case.profession)
    REGISTRATION.enter(case, await REGISTRATION.require(case, "~complete", {Relation.CONSEQUENCE}))
    await case.store("state")
    await order_papers(case, {PaperKind.DECISION_LETTER: await letter_paper(case)})
    unit.record(RegistrationCompleted(str(case.number)), case)


async def _make(making: Making) -> Certificate:
    numbers = {kind: await _part_number(making, kind) for kind in credentials.PARTS}
    if CredentialKind.CERTIFICATE in making.objects:
        return await _make_certificate(making, numbers)
    unit, old = making.unit, making.old
    assert old is not None, "a seal or a label is reissued to a certificate"
    for kind, reissued in REISSUED.items():
        if kind in making.objects:
            await credentials.replace_parts(old, kind)
            await credentials.make_part(old, kind, numbers[kind])
            await old.store()
            unit.record(reissued(old.number, numbers[kind]), old)
    return old


async def _make_certificate(making: Making, numbers: dict[CredentialKind, str]) -> Certificate:
    unit, case, old = making.unit, making.case, making.old
    facts = await _facts(making, numbers)
    made = await credentials.make_certificate(unit, case, making.by, facts, making.signer(facts))
    for kind, number in numbers.items():
        if old and kind in making.objects:
            await credentials.replace_parts(old, kind)
        elif old:
            await credentials.hand_on_parts(old, made, kind)
        if number and kind in making.objects:
            await credentials.make_part(made, kind, number)
    if old:
        await credentials.replace(unit, old, made)
    unit.record(CertificateIssued(made.number, made.valid_until.isoformat()), made)
    return made


async def _part_number(making: Making, kind: CredentialKind) -> str:
    """Of the seal or label that the certificate prints: a new one, or that which goes on; empty where there is none."""
    if kind in making.objects:
        return await credentials.number_of(making.unit, making.case, making.by, kind)
    going_on = await credentials.parts_of(making.old, kind) if making.old else []
    return going_on[0].number if going_on else ""


async def _facts(making: Making, numbers: dict[CredentialKind, str]) -> SignedFacts:
    unit, case, by, old = making.unit, making.case, making.by, making.old
    day, book = china_day(unit.now), book_of(case)
    photo = await StoredFile.get_or_none(id=case.photo_id) if case.photo_id else None
    assert making.effect.validity is not None, "only what is made is valid"
    before = Period(old.valid_from, old.valid_until) if old else None
    period = period_of(making.effect.validity, before, day, book.validity_years)
    return SignedFacts(
        number=await credentials.number_of(unit, case, by, CredentialKind.CERTIFICATE),
        seal_number=numbers[CredentialKind.SEAL],
        label_number=numbers[CredentialKind.LABEL],
        specialties=book.specialty_words(case.specialties or ()),
        name=case.name or "",
        sex=case.sex,
        identity_masked=mask_identity(case.identity_number or ""),
        profession=Profession(case.profession),
        grade=Grade(case.grade) if case.grade else None,
        employer_name=case.employer_name or "",
        authority_name=by.name,
        region_code=by.region_code or "",
        valid_from=period.since,
        valid_until=period.until,
        issued_on=day,
        photo_id=case.photo_id,
        photo_sha256=photo.sha256 if photo else None,
    )


async def _present(case: Registration) -> Certificate:
    row = await credentials.present_certificate(case)
    if row is None:
        raise Refused(WrongState(message=NO_CERTIFICATE))
    return row
