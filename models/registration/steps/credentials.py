"""Certificates, seals and labels as a grant makes, replaces and cancels them: within the same unit of work."""

from models.authorities.tables import Authority
from models.kernel.clock import china_day
from models.kernel.unit import Unit
from models.registration.certificate_events import CertificateCancelled, CertificateReplaced
from models.registration.credentials import Certificate, CertificateLabel, Seal
from models.registration.gather import book_of
from models.registration.kinds import CredentialKind, CredentialState
from models.registration.numbers import next_number
from models.registration.signer import SignedFacts
from models.registration.tables import Registration
from models.registration.validity import IN_FORCE
from models.registration.workflow import CREDENTIAL, Relation

SO = {Relation.CONSEQUENCE}
PARTS: dict[CredentialKind, type[Seal] | type[CertificateLabel]] = {
    CredentialKind.SEAL: Seal,
    CredentialKind.LABEL: CertificateLabel,
}
"""What goes with a certificate, as rows of their own."""
STILL_THERE = (*IN_FORCE, CredentialState.EXPIRED)


async def present_certificate(case: Registration) -> Certificate | None:
    """The certificate that the case is about, as it is now: another case may have replaced it meanwhile."""
    row = await Certificate.get_or_none(id=case.original_id) if case.original_id else None
    while row and row.replaced_by_id:
        row = await Certificate.get(id=row.replaced_by_id)
    return row


async def parts_of(certificate: Certificate, kind: CredentialKind) -> list[Seal] | list[CertificateLabel]:
    """Its seals, or its labels, that are neither replaced nor ended."""
    rows = PARTS[kind].filter(certificate_id=certificate.id, state__in=STILL_THERE).order_by("id")
    return await rows


async def number_of(unit: Unit, case: Registration, by: Authority, kind: CredentialKind) -> str:
    """The next number of what a body makes; empty where the rulebook has no such thing."""
    book = book_of(case)
    form = book.numbers.of(kind)
    return await next_number(unit, form, book, by, case.grade) if form else ""


async def make_certificate(
    unit: Unit, case: Registration, by: Authority, facts: SignedFacts, code: str
) -> Certificate:
    """The row of what is printed. `by`: the body that makes it. `code`: that of the QR."""
    return await Certificate.create(
        number=facts.number,
        profession=case.profession,
        grade=case.grade,
        state=CredentialState.VALID,
        state_since=china_day(unit.now),
        person_id=case.applicant_id,
        employer_id=case.employer_id,
        authority_id=by.id,
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
        verify_code=code,
    )


async def make_part(certificate: Certificate, kind: CredentialKind, number: str) -> None:
    """The seal, or the label, that goes with a certificate."""
    known = {"certificate_id": certificate.id, "valid_until": certificate.valid_until}
    await PARTS[kind].create(number=number, **known)


async def hand_on_parts(old: Certificate, certificate: Certificate, kind: CredentialKind) -> None:
    """The old certificate's seal, or label, goes on as new, with the new one's validity: whatever the calendar had
    made of it is over."""
    for part in await parts_of(old, kind):
        CREDENTIAL.enter(part, await CREDENTIAL.require(part, "~go_on", SO))
        part.certificate_id, part.valid_until = certificate.id, certificate.valid_until
        await part.store("state", "certificate_id", "valid_until")


async def replace(unit: Unit, old: Certificate, by: Certificate) -> None:
    """The old one is REPLACED and names the new one. :raises Refused: it has ended meanwhile."""
    CREDENTIAL.enter(old, await CREDENTIAL.require(old, "~replace", SO))
    old.state_since, old.replaced_by_id = china_day(unit.now), by.id
    await old.store("state", "state_since", "replaced_by_id")
    unit.record(CertificateReplaced(old.number, by.number), old)


async def replace_parts(old: Certificate, kind: CredentialKind) -> None:
    """Its seals, or labels, are REPLACED by a new one."""
    await _move_parts(old, kind, "~replace")


async def cancel(unit: Unit, row: Certificate, reason: str | None) -> None:
    """Certificate, seals and labels are CANCELLED. :raises Refused: it has ended meanwhile."""
    CREDENTIAL.enter(row, await CREDENTIAL.require(row, "~cancel", SO))
    row.state_since, row.reason = china_day(unit.now), reason
    await row.store("state", "state_since", "reason")
    for kind in PARTS:
        await _move_parts(row, kind, "~cancel")
    unit.record(CertificateCancelled(row.number), row)


async def _move_parts(certificate: Certificate, kind: CredentialKind, action: str) -> None:
    for part in await parts_of(certificate, kind):
        CREDENTIAL.enter(part, await CREDENTIAL.require(part, action, SO))
        await part.store("state")
