"""People who were registered before there were accounts: a certificate, a person on record, nobody signed in."""

from dataclasses import dataclass
from typing import Any

from models.authorities.kinds import Profession
from models.kernel.unit import Unit, unit_of_work
from models.kernel.viewer import SYSTEM_VIEWER
from models.people.kinds import IdentityKind
from models.people.steps.holders import HolderClaim
from models.people.tables import Account, Person
from models.registration.credentials import Certificate
from models.registration.tables import Registration
from tests.factories import Story
from tests.holders import short_form
from tests.kind_story import registered


@dataclass(frozen=True)
class OldHolder:
    """Everything that is known of one of them."""

    story: Story
    certificate: Certificate
    person: Person

    def claim(self, **other: Any) -> HolderClaim:
        """What they type, all of it right unless said."""
        known = {
            "name": self.person.name,
            "kind": self.person.identity_kind,
            "number": self.person.identity_number or "",
            "certificate_number": self.certificate.number,
        }
        return HolderClaim(**(known | other))


async def old_holder(old_number: bool = False, bare: bool = False) -> OldHolder:
    """Registered by the real steps; then the account goes, as if it had never been there.

    :param old_number: the record has a 15-digit number. :param bare: a safety engineer without category and nature.
    """
    story, certificate = await registered()
    await _forget_account(SYSTEM_VIEWER, person_id=story.filer.person_id or 0)
    if old_number:
        await _with_old_number(SYSTEM_VIEWER, person_id=story.filer.person_id or 0)
    if bare:
        await _bare(SYSTEM_VIEWER, certificate_id=certificate.id)
    certificate = await Certificate.get(id=certificate.id)
    return OldHolder(story, certificate, await Person.get(id=certificate.person_id))


@unit_of_work
async def _forget_account(unit: Unit, *, person_id: int) -> None:
    await Account.filter(person_id=person_id).delete()


@unit_of_work
async def _with_old_number(unit: Unit, *, person_id: int) -> None:
    person = await Person.get(id=person_id)
    short = short_form(person.identity_number or "")
    await Person.filter(id=person_id).update(identity_number=short, identity_kind=IdentityKind.RESIDENT_OLD)
    await Registration.filter(applicant_id=person_id).update(
        identity_number=short, identity_kind=IdentityKind.RESIDENT_OLD
    )


@unit_of_work
async def _bare(unit: Unit, *, certificate_id: int) -> None:
    row = await Certificate.get(id=certificate_id)
    await Certificate.filter(id=row.id).update(profession=Profession.SAFETY_ENGINEER, specialties=[])
    await Registration.filter(id=row.registration_id).update(
        profession=Profession.SAFETY_ENGINEER, employer_nature=None, specialties=[]
    )


@unit_of_work
async def give_mobile(unit: Unit, *, person_id: int) -> None:
    """The account of somebody whom the factories made gets the mobile of their record."""
    person = await Person.get(id=person_id)
    await Account.filter(person_id=person_id).update(mobile=person.mobile)
