"""Which body looks at a person's papers, and which centre changes the register."""

from dataclasses import dataclass

from models.authorities.kinds import AuthorityKind, Profession
from models.authorities.names import has_name
from models.authorities.tables import Authority
from models.people.recovery import authority_in_charge
from models.registration.credentials import Certificate
from models.registration.tables import Registration


@dataclass(frozen=True)
class Place:
    """Where a correction is handled. `region`: the code by which reviewers are chosen."""

    profession: Profession
    region: str
    body: Authority


async def place_of(person_id: int) -> Place | None:
    """By the newest certificate, else the newest application: who is in no register has nothing to be corrected."""
    held = Certificate.filter(person_id=person_id).order_by("-issued_at", "-id")
    known = (
        await held.first()
        or await Registration.filter(applicant_id=person_id, submitted_at__isnull=False)
        .order_by("-submitted_at", "-id")
        .first()
    )
    if known is None:
        return None
    profession, region = Profession(known.profession), known.region or ""
    body = await authority_in_charge(region, profession) or await Authority.get_or_none(id=known.authority_id)
    return Place(profession, region, body) if body else None


async def centre_of(profession: Profession, body: Authority) -> Authority:
    """The profession's registration centre; the body itself, by another reviewer, where there is none."""
    centres = Authority.filter(has_name("professions", profession.value), kind=AuthorityKind.CENTRE)
    return await centres.order_by("id").first() or body
