"""The effects of a grant, all in the unit of work that completes the case: by kind, as `effects` has them."""

from models.authorities.kinds import Grade, Profession
from models.authorities.tables import Authority
from models.files.tables import StoredFile
from models.kernel.clock import china_day
from models.kernel.errors import Refused, WrongState
from models.kernel.unit import Unit
from models.people.masks import mask_identity
from models.registration.certificate_events import SealReissued
from models.registration.credentials import Certificate
from models.registration.effects import EFFECTS, Effect, Employed, Period, period_of
from models.registration.events import CertificateIssued, RegistrationCompleted
from models.registration.gather import book_of
from models.registration.kinds import CredentialKind
from models.registration.signer import SignedFacts, Signer
from models.registration.steps import credentials
from models.registration.steps.employing import employ_here, end_employment, take_over_changes
from models.registration.tables import Registration
from models.registration.workflow import REGISTRATION, Relation

NO_CERTIFICATE = "所依据的注册证已不存在"


async def carry_out(unit: Unit, case: Registration, signer: Signer) -> None:
    """Make what the grant yields and settle the employment. :raises Refused: the old certificate has ended."""
    effect = EFFECTS[case.kind]
    await _make(unit, case, effect, signer)
    await take_over_changes(case)
    if effect.employed is Employed.HERE:
        await employ_here(unit, case)


async def leave(unit: Unit, case: Registration) -> None:
    """Nothing is made: certificate and seal are cancelled, the employment ends, the case is complete."""
    await credentials.cancel(unit, await _present(case), case.reason)
    await end_employment(unit, case.applicant_id, case.profession)
    REGISTRATION.enter(case, await REGISTRATION.require(case, "~complete", {Relation.CONSEQUENCE}))
    await case.store("state")
    unit.record(RegistrationCompleted(str(case.number)), case)


async def _make(unit: Unit, case: Registration, effect: Effect, signer: Signer) -> None:
    old = await _present(case) if effect.replaces else None
    objects = effect.objects or {CredentialKind(one) for one in case.reissue_of}
    seal = await _seal_number(unit, case, old, objects)
    if CredentialKind.CERTIFICATE in objects:
        await _make_certificate(unit, case, effect, old, seal, objects, signer)
    elif old:
        await credentials.replace_seals(old)
        await credentials.make_seal(old, seal)
        await old.store()
        unit.record(SealReissued(old.number, seal), old)


async def _make_certificate(  # noqa: PLR0913, PLR0917 what the paper is made of
    unit: Unit,
    case: Registration,
    effect: Effect,
    old: Certificate | None,
    seal: str,
    objects: frozenset[CredentialKind] | set[CredentialKind],
    signer: Signer,
) -> None:
    facts = await _facts(unit, case, effect, old, seal)
    made = await credentials.make_certificate(unit, case, facts, signer(facts))
    if old and CredentialKind.SEAL in objects:
        await credentials.replace_seals(old)
    elif old:
        await credentials.hand_on_seals(old, made)
    if CredentialKind.SEAL in objects:
        await credentials.make_seal(made, seal)
    if old:
        await credentials.replace(unit, old, made)
    unit.record(CertificateIssued(made.number, made.valid_until.isoformat()), made)


async def _seal_number(
    unit: Unit,
    case: Registration,
    old: Certificate | None,
    objects: frozenset[CredentialKind] | set[CredentialKind],
) -> str:
    """Of the seal that the certificate prints: a new one, or that which goes on."""
    seals = await credentials.seals_of(old) if old else []
    if CredentialKind.SEAL in objects or not seals:
        return await credentials.seal_number(unit, case)
    return seals[0].number


async def _facts(
    unit: Unit, case: Registration, effect: Effect, old: Certificate | None, seal: str
) -> SignedFacts:
    day, book = china_day(unit.now), book_of(case)
    authority = await Authority.get(id=case.authority_id)
    photo = await StoredFile.get_or_none(id=case.photo_id) if case.photo_id else None
    before = Period(old.valid_from, old.valid_until) if old else None
    assert effect.validity is not None, "only what is made is valid"
    period = period_of(effect.validity, before, day, book.validity_years)
    return SignedFacts(
        number=await credentials.certificate_number(unit, case),
        seal_number=seal,
        name=case.name or "",
        sex=case.sex,
        identity_masked=mask_identity(case.identity_number or ""),
        profession=Profession(case.profession),
        grade=Grade(case.grade) if case.grade else None,
        employer_name=case.employer_name or "",
        authority_name=authority.name,
        region_code=authority.region_code or "",
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
