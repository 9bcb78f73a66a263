"""The certificate that a case is about, as the rules see it: its validity, what is in force, what was registered."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date

from models.kernel.statements import picked
from models.professions.facts import OriginalFacts, Standing
from models.professions.rulebook import Rulebook
from models.registration.credentials import Certificate, CertificateLabel, Seal
from models.registration.form import FIELDS
from models.registration.kinds import CredentialKind, CredentialState, RegistrationState
from models.registration.tables import Registration
from models.registration.validity import IN_FORCE, present_state, renewal_opens_on

GONE_WELL = (RegistrationState.GRANTED, RegistrationState.COMPLETED)
BY_THE_CLOCK = (*IN_FORCE, CredentialState.EXPIRED)


@dataclass(frozen=True)
class Original:
    """A certificate with its seals and labels, and the registration that it came from."""

    row: Certificate
    registered: Registration
    seals: list[Seal] = field(default_factory=list)
    labels: list[CertificateLabel] = field(default_factory=list)


async def originals_of(keys: Iterable[int | None]) -> dict[int, Original]:
    """By the certificates' row keys."""
    wanted = {key for key in keys if key}
    if not wanted:
        return {}
    rows = await picked(Certificate, among=("id", list(wanted)))
    cases = await picked(Registration, among=("id", [row.registration_id for row in rows]))
    registered, seals = {case.id: case for case in cases}, defaultdict[int, list[Seal]](list)
    for seal in await picked(Seal, among=("certificate_id", list(wanted)), order=("id",)):
        seals[seal.certificate_id].append(seal)
    labels: defaultdict[int, list[CertificateLabel]] = defaultdict(list)
    for label in await picked(CertificateLabel, among=("certificate_id", list(wanted)), order=("id",)):
        labels[label.certificate_id].append(label)
    return {
        row.id: Original(row, registered[row.registration_id], seals[row.id], labels[row.id]) for row in rows
    }


def original_facts(original: Original, book: Rulebook, case: Registration | None = None) -> OriginalFacts:
    """For a case about it, or for none yet. Of a granted case, what it asked for was there."""
    row = original.row
    registered = {column: getattr(original.registered, column) for column in FIELDS}
    return OriginalFacts(
        number=row.number,
        valid_from=row.valid_from,
        valid_until=row.valid_until,
        renewal_opens_on=renewal_opens_on(row.valid_until, book.renewal_months),
        objects=frozenset(_in_force(original) | _granted(case)),
        form=registered | {"name": row.printed_name, "employer_name": row.printed_employer},
    )


def standing_of_case(
    case: Registration, original: Original | None, newest: Sequence[Certificate], day: date, book: Rulebook
) -> Standing:
    """Where the person stood on the day of the case; what a granted case has made of it since does not count."""
    if case.state not in GONE_WELL:
        return standing_by(newest, day, book)
    return standing_by([original.row], day, book, was=True) if original else Standing.NEVER


def standing_by(newest: Sequence[Certificate], day: date, book: Rulebook, *, was: bool = False) -> Standing:
    """Of the newest certificate, on a day: one that has expired since was in force then.

    :param was: it was in force before whatever has replaced or cancelled it.
    """
    if not newest:
        return Standing.NEVER
    row = newest[0]
    before = was and (row.state is CredentialState.REPLACED or row.state_since >= day)
    clocked = row.state in BY_THE_CLOCK or before
    recorded = CredentialState.VALID if clocked else row.state
    return Standing(present_state(recorded, row.valid_until, book.renewal_months, day).value)


def _in_force(original: Original) -> set[CredentialKind]:
    found = {CredentialKind.SEAL for seal in original.seals if seal.state in IN_FORCE}
    found |= {CredentialKind.LABEL for label in original.labels if label.state in IN_FORCE}
    return found | ({CredentialKind.CERTIFICATE} if original.row.state in IN_FORCE else set())


def _granted(case: Registration | None) -> set[CredentialKind]:
    if case is None or case.state not in GONE_WELL:
        return set()
    return {CredentialKind(one) for one in case.reissue_of}
