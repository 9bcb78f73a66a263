"""What a new application knows from the start: the person's record, and what is registered already."""

from typing import Any

from models.agencies.tables import Employer
from models.people.profile import profiles_of
from models.people.tables import Person, Qualification
from models.registration.credentials import Certificate
from models.registration.prefilled import TAKEN_OVER
from models.registration.tables import Registration


async def of_person(person: Person, profession: str) -> dict[str, Any]:
    """For somebody who is not registered yet."""
    qualification = (
        await Qualification.filter(person_id=person.id, profession=profession).order_by("grade").first()
    )
    known = {
        "name": person.name or None,
        "sex": person.sex,
        "birth_date": person.birth_date,
        "identity_kind": person.identity_kind,
        "identity_number": person.identity_number,
        "mobile": person.mobile,
        "email": person.email,
        "retired": False,  # the form has a box to tick: left alone, it says no
    }
    return known | (of_qualification(qualification) if qualification else {})


async def of_certificate(certificate: Certificate, person: Person) -> dict[str, Any]:
    """For somebody who is: what was registered, under the employer's present name, with the present telephone."""
    before = await Registration.get(id=certificate.registration_id)
    employer = await Employer.get(id=certificate.employer_id)
    registered = {column: getattr(before, column) for column in TAKEN_OVER}
    said = (await profiles_of(person.id)).get(certificate.profession)
    if said:
        registered["specialties"] = registered["specialties"] or said.specialties
        registered["employer_nature"] = registered["employer_nature"] or said.employer_nature
    return registered | {
        "original_id": certificate.id,
        "grade": certificate.grade,
        "qualification_number": before.qualification_number,
        "qualified_on": before.qualified_on,
        "name": certificate.printed_name,
        "mobile": person.mobile or before.mobile,
        "email": person.email or before.email,
        "employer_id": employer.id,
        "employer_name": employer.name,
        "employer_code": employer.credit_code,
    }


def of_qualification(row: Qualification) -> dict[str, Any]:
    return {
        "qualification_id": row.id,
        "qualification_number": row.certificate_number,
        "qualified_on": row.obtained_on,
        "grade": row.grade,
    }


def of_employer(row: Employer) -> dict[str, Any]:
    """What the employer's record says of it."""
    return {
        "employer_name": row.name,
        "employer_code": row.credit_code,
        "employer_nature": row.nature,
        "employer_address": row.address or None,
        "employer_phone": row.phone,
    }
