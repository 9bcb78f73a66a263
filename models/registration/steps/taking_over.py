"""Certificates of an earlier system: each with the registration that it stands for, its seal and the employment."""

import secrets
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from models.agencies.tables import Employer, Employment
from models.authorities.kinds import Grade, Profession
from models.authorities.tables import Authority
from models.kernel.clock import CHINA, china_day
from models.kernel.unit import Unit
from models.people.masks import mask_identity
from models.people.tables import Person
from models.professions.shelf import rulebook_on
from models.registration.certificate_events import CertificateTakenOver
from models.registration.credentials import Certificate, Seal
from models.registration.kinds import CredentialState, RegistrationKind, RegistrationState
from models.registration.tables import Registration
from models.registration.validity import IN_FORCE, present_state


@dataclass(frozen=True)
class OldCertificate:
    """What is known of one certificate. `seal_number` None: without a seal."""

    person: Person
    employer: Employer
    authority: Authority
    number: str
    profession: Profession
    grade: Grade | None
    specialties: tuple[str, ...]
    valid_from: date
    valid_until: date
    seal_number: str | None

    def state_on(self, day: date) -> CredentialState:
        months = rulebook_on(self.profession).renewal_months
        return present_state(CredentialState.VALID, self.valid_until, months, day)


async def take_over(unit: Unit, certificates: Sequence[OldCertificate]) -> None:
    """Put them on record, as many as there are at once. Nobody holds two of a profession among them."""
    cases = await _cases(unit, certificates)
    await Certificate.bulk_create(
        [_row(unit, one, cases[one.person.id, one.profession]) for one in certificates]
    )
    made = {
        row.number: row for row in await Certificate.filter(number__in=[one.number for one in certificates])
    }
    await Seal.bulk_create(
        [
            Seal(
                certificate_id=made[one.number].id,
                number=one.seal_number,
                state=made[one.number].state,
                valid_until=one.valid_until,
            )
            for one in certificates
            if one.seal_number
        ]
    )
    await _employ(unit, certificates)
    for row in made.values():
        unit.record(CertificateTakenOver(row.number, row.valid_until.isoformat()), row)


async def _cases(unit: Unit, certificates: Sequence[OldCertificate]) -> dict[tuple[int, str], int]:
    """The registrations that the certificates stand for: complete, without a number or stages of their own."""
    last = await Registration.all().order_by("-id").first()
    await Registration.bulk_create([_case(one) for one in certificates])
    people = {one.person.id for one in certificates}
    own = Registration.filter(applicant_id__in=people, id__gt=last.id if last else 0, number__isnull=True)
    written = own.filter(state=RegistrationState.COMPLETED)
    return {(case.applicant_id, case.profession): case.id for case in await written}


def _case(one: OldCertificate) -> Registration:
    person, employer = one.person, one.employer
    return Registration(
        profession=one.profession,
        grade=one.grade,
        kind=RegistrationKind.INITIAL,
        state=RegistrationState.COMPLETED,
        edition=rulebook_on(one.profession).id,
        filed_at=_midnight(one.valid_from),
        submitted_at=_midnight(one.valid_from),
        decided_at=_midnight(one.valid_from),
        region=one.authority.region_code or "",
        applicant_id=person.id,
        employer_id=employer.id,
        authority_id=one.authority.id,
        name=person.name,
        sex=person.sex,
        birth_date=person.birth_date,
        identity_kind=person.identity_kind,
        identity_number=person.identity_number,
        mobile=person.mobile,
        email=person.email,
        employer_name=employer.name,
        employer_code=employer.credit_code,
        employer_nature=employer.nature,
        employer_address=employer.address,
        specialties=list(one.specialties),
    )


def _row(unit: Unit, one: OldCertificate, case_id: int) -> Certificate:
    """The code is only a key: this service has not signed the paper, and says so when it is asked."""
    state = one.state_on(china_day(unit.now))
    return Certificate(
        number=one.number,
        profession=one.profession,
        grade=one.grade,
        state=state,
        state_since=one.valid_from,
        person_id=one.person.id,
        employer_id=one.employer.id,
        authority_id=one.authority.id,
        registration_id=case_id,
        region=one.authority.region_code or "",
        printed_name=one.person.name,
        printed_sex=one.person.sex,
        printed_identity=mask_identity(one.person.identity_number or ""),
        printed_employer=one.employer.name,
        specialties=list(one.specialties),
        valid_from=one.valid_from,
        valid_until=one.valid_until,
        issued_at=_midnight(one.valid_from),
        verify_code=secrets.token_urlsafe(24),
    )


async def _employ(unit: Unit, certificates: Sequence[OldCertificate]) -> None:
    """Whoever holds one in force works at its employer, unless an employment in the profession is known already."""
    day = china_day(unit.now)
    people = [one.person.id for one in certificates]
    known = Employment.filter(person_id__in=people, until__isnull=True)
    employed = set(await known.values_list("person_id", "profession"))
    await Employment.bulk_create(
        [
            Employment(
                person_id=one.person.id,
                employer_id=one.employer.id,
                profession=one.profession,
                since=one.valid_from,
            )
            for one in certificates
            if one.state_on(day) in IN_FORCE and (one.person.id, one.profession) not in employed
        ]
    )


def _midnight(day: date) -> datetime:
    return datetime(day.year, day.month, day.day, tzinfo=CHINA)
