"""Verifying a certificate: what the paper says, and what is true now. Open to everybody."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from tortoise.expressions import Q

from models.agencies.tables import Employment
from models.authorities.kinds import Grade, Profession
from models.kernel.clock import china_day, now, today
from models.kernel.errors import Difference
from models.people.kinds import Sex
from models.people.masks import mask_name
from models.people.tables import Person
from models.professions.shelf import SHELF, rulebook_on, specialty_words
from models.registration.credentials import Certificate
from models.registration.kinds import CredentialState
from models.registration.validity import present_state, renewal_opens_on, shown_as

LONGEST_CODE = 200
LONGEST_NUMBER = 32


@dataclass(frozen=True)
class Proof:
    """Everything the certificate prints, its present state, and where paper and present differ."""

    genuine: bool
    number: str
    name: str
    sex: Sex | None
    identity_masked: str
    photo_id: int | None
    profession: Profession
    grade: Grade | None
    specialties: tuple[str, ...]
    employer_name: str
    printed_valid_until: date
    state: CredentialState
    state_since: date
    replaced_by_number: str | None
    differences: tuple[Difference, ...]
    checked_at: datetime


async def verify_certificate(code: str, genuine: Callable[[str], bool]) -> Proof | None:
    """The proof behind a QR code, or by certificate number; None when there is no such certificate.

    `genuine` tells whether a code carries the service's signature. Asked by number, which anybody can guess,
    the name is masked and the photo left out.
    """
    code = code.strip()
    if not 0 < len(code) <= LONGEST_CODE:
        return None
    row = await Certificate.filter(verify_code=code).prefetch_related("replaced_by").first()
    by_code = row is not None
    if row is None and len(code) <= LONGEST_NUMBER:
        row = await Certificate.filter(number=code).prefetch_related("replaced_by").first()
    if row is None:
        return None
    return await _proof(row, by_code=by_code, signed=genuine(row.verify_code))


async def _proof(row: Certificate, *, by_code: bool, signed: bool) -> Proof:
    state, since = state_at(row, now())
    return Proof(
        genuine=signed,
        number=row.number,
        name=row.printed_name if by_code else mask_name(row.printed_name),
        sex=row.printed_sex,
        identity_masked=row.printed_identity,
        photo_id=row.photo_id if by_code else None,
        profession=Profession(row.profession),
        grade=Grade(row.grade) if row.grade else None,
        specialties=specialty_words(row.profession, row.specialties),
        employer_name=row.printed_employer,
        printed_valid_until=row.valid_until,
        state=state,
        state_since=since,
        replaced_by_number=row.replaced_by.number if row.replaced_by else None,
        differences=tuple(await _differences(row, by_code=by_code)),
        checked_at=now(),
    )


def state_at(row: Certificate, at: datetime) -> tuple[CredentialState, date]:
    """The state at an instant and since when, by the clock, whatever was last recorded."""
    months = renewal_months(row.profession)
    state = present_state(row.state, row.valid_until, months, china_day(at))
    if state is row.state:
        return state, row.state_since
    if state is CredentialState.EXPIRED:
        return state, row.valid_until + timedelta(days=1)
    return state, renewal_opens_on(row.valid_until, months)


def renewal_months(profession: str) -> int:
    return rulebook_on(Profession(profession)).renewal_months


def in_states(states: Iterable[CredentialState]) -> Q:
    """Condition on certificates: those that are shown in one of these states today."""
    return shown_as(states, {profession: renewal_months(profession) for profession in SHELF}, today())


async def _differences(row: Certificate, *, by_code: bool) -> list[Difference]:
    found = []
    person = await Person.get(id=row.person_id)
    if by_code and person.name != row.printed_name:
        found.append(Difference(path=("name",), before=row.printed_name, after=person.name))
    present = (
        await Employment.filter(person_id=row.person_id, profession=row.profession, until__isnull=True)
        .prefetch_related("employer")
        .first()
    )
    employer = present.employer.name if present else None
    if employer != row.printed_employer:
        found.append(
            Difference(path=("employerName",), before=row.printed_employer, after=employer or "没有聘用单位")
        )
    return found
