"""Certificates and seals as a grant makes, replaces and cancels them: within the same unit of work."""

from models.authorities.tables import Authority
from models.kernel.clock import china_day
from models.kernel.unit import Unit
from models.registration.certificate_events import CertificateCancelled, CertificateReplaced
from models.registration.credentials import Certificate, Seal
from models.registration.gather import book_of
from models.registration.kinds import CredentialState
from models.registration.numbers import next_number
from models.registration.signer import SignedFacts
from models.registration.tables import Registration
from models.registration.validity import IN_FORCE
from models.registration.workflow import CREDENTIAL, Relation

SO = {Relation.CONSEQUENCE}
STILL_THERE = (*IN_FORCE, CredentialState.EXPIRED)


async def present_certificate(case: Registration) -> Certificate | None:
    """The certificate that the case is about, as it is now: another case may have replaced it meanwhile."""
    row = await Certificate.get_or_none(id=case.original_id) if case.original_id else None
    while row and row.replaced_by_id:
        row = await Certificate.get(id=row.replaced_by_id)
    return row


async def seals_of(certificate: Certificate) -> list[Seal]:
    """Those neither replaced nor ended."""
    return await Seal.filter(certificate_id=certificate.id, state__in=STILL_THERE).order_by("id")


async def certificate_number(unit: Unit, case: Registration) -> str:
    book, authority = book_of(case), await Authority.get(id=case.authority_id)
    return await next_number(unit, book.numbers.certificate, book, authority, case.grade)


async def seal_number(unit: Unit, case: Registration) -> str:
    book, authority = book_of(case), await Authority.get(id=case.authority_id)
    return await next_number(unit, book.numbers.seal, book, authority, case.grade)


async def make_certificate(unit: Unit, case: Registration, facts: SignedFacts, code: str) -> Certificate:
    """The row of what is printed. `code`: that of the QR."""
    return await Certificate.create(
        number=facts.number,
        profession=case.profession,
        grade=case.grade,
        state=CredentialState.VALID,
        state_since=china_day(unit.now),
        person_id=case.applicant_id,
        employer_id=case.employer_id,
        authority_id=case.authority_id,
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
        verify_code=code,
    )


async def make_seal(certificate: Certificate, number: str) -> Seal:
    return await Seal.create(
        certificate_id=certificate.id, number=number, valid_until=certificate.valid_until
    )


async def hand_on_seals(old: Certificate, certificate: Certificate) -> None:
    """The old certificate's seal goes on, with the new one's validity."""
    for seal in await seals_of(old):
        seal.certificate_id, seal.valid_until = certificate.id, certificate.valid_until
        await seal.store("certificate_id", "valid_until")


async def replace(unit: Unit, old: Certificate, by: Certificate) -> None:
    """The old one is REPLACED and names the new one. :raises Refused: it has ended meanwhile."""
    CREDENTIAL.enter(old, await CREDENTIAL.require(old, "~replace", SO))
    old.state_since, old.replaced_by_id = china_day(unit.now), by.id
    await old.store("state", "state_since", "replaced_by_id")
    unit.record(CertificateReplaced(old.number, by.number), old)


async def replace_seals(old: Certificate) -> None:
    """Its seals are REPLACED by a new one."""
    await _move_seals(old, "~replace")


async def cancel(unit: Unit, row: Certificate, reason: str | None) -> None:
    """Certificate and seals are CANCELLED. :raises Refused: it has ended meanwhile."""
    CREDENTIAL.enter(row, await CREDENTIAL.require(row, "~cancel", SO))
    row.state_since, row.reason = china_day(unit.now), reason
    await row.store("state", "state_since", "reason")
    await _move_seals(row, "~cancel")
    unit.record(CertificateCancelled(row.number), row)


async def _move_seals(certificate: Certificate, action: str) -> None:
    for seal in await seals_of(certificate):
        CREDENTIAL.enter(seal, await CREDENTIAL.require(seal, action, SO))
        await seal.store("state")
