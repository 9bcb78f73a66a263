"""Engineers who were registered before a site of the tests opens: by the real steps, at the days that they need."""

from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path

from api.demo.employers import FIRMS
from api.demo.founding import Place
from api.papers.maker import READER
from api.papers.signing import signer_of
from models.agencies.tables import Employer
from models.authorities.kinds import Grade
from models.kernel.clock import freeze, today
from models.kernel.journal import head
from models.kernel.readers import advance
from models.kernel.unit import Unit, unit_of_work
from models.kernel.viewer import SYSTEM_VIEWER, Viewer, ViewerKind
from models.people.kinds import AccountKind, AccountState, IdentityKind, Sex
from models.people.tables import Account, Person, Qualification
from models.professions.asking import years_before
from models.professions.rulebook import STAGE_ROLES
from models.registration.credentials import Certificate
from models.registration.digest import preview_digest
from models.registration.signer import Signer
from models.registration.stages import current_stage
from models.registration.steps.claiming import claim_work
from models.registration.steps.deciding import pass_registration
from models.registration.steps.filing import submit_registration
from models.registration.steps.held import Claimed
from models.registration.steps.issuing import issue_certificate
from models.registration.tables import Registration
from tests.factories import FIRE, ROUTE, complete_draft, item_of_stage, made
from tests.journeys.applicant import BORN, Facts
from tests.kind_story import morning

FIRST_SERIAL = 1
JIANGSU = "32"
YEARS = 3


@dataclass(frozen=True)
class Holder:
    """`days_left`: until the last day of validity, counted from today; negative: it is over."""

    who: Facts
    days_left: int

    @property
    def issued_on(self) -> date:
        return years_before(today() + timedelta(days=self.days_left + 1), YEARS)


def holder(serial: int, days_left: int) -> Holder:
    """Somebody with a mobile and an identity number of their own."""
    return Holder(Facts(serial=serial, name="秦照临"), days_left)


RENEWS, CHANGES, LOST, EXPIRED, LEAVES, LEFT, SOILED, RENEWS_AT_PHONE, CHANGES_AT_DESK = (
    holder(FIRST_SERIAL + place, days)
    for place, days in enumerate((30, 500, 400, -10, 300, 200, 350, 20, 450))
)
"""One for each story, so that none depends on another."""
FIRST_TIME, OLD_NUMBER = holder(FIRST_SERIAL + 70, 420), holder(FIRST_SERIAL + 71, 430)
"""Registered long before there were accounts, and one with a number of 15 digits."""
HOLDERS = (
    *(RENEWS, CHANGES, LOST, EXPIRED, LEAVES, LEFT, SOILED, RENEWS_AT_PHONE, CHANGES_AT_DESK),
    *(FIRST_TIME, OLD_NUMBER),
)
OLD_CERTIFICATE = "苏1XF-2019-0001"


async def register_holders(place: Place, password_hash: str, data_dir: Path) -> None:
    """All of them, at the first firm; their papers count as made long ago."""
    firm, signer = place.firms[FIRMS[0].name], signer_of(data_dir)
    for one in HOLDERS:
        day = one.issued_on
        with freeze(morning(day)):
            filer = await _join(one, day, password_hash)
            await _register(filer, place, firm, signer)
    await _grow_old(SYSTEM_VIEWER)
    await advance(SYSTEM_VIEWER, name=READER, to=await head())


@unit_of_work
async def _grow_old(unit: Unit) -> None:
    """Nobody ever signed in for one, whose registration does not say what kind its employer is; the other's card is
    of the first generation."""
    first = await Person.get(identity_number=FIRST_TIME.who.number)
    await Account.filter(person_id=first.id).delete()
    await Certificate.filter(person_id=first.id).update(number=OLD_CERTIFICATE)
    await Registration.filter(applicant_id=first.id).update(employer_nature=None)
    long_form = OLD_NUMBER.who.number
    number, kind = short_form(long_form), IdentityKind.RESIDENT_OLD
    await Person.filter(identity_number=long_form).update(identity_number=number, identity_kind=kind)
    await Registration.filter(identity_number=long_form).update(identity_number=number, identity_kind=kind)


def short_form(number: str) -> str:
    """As it stood on cards of the first generation."""
    return number[:6] + number[8:17]


async def _register(filer: Viewer, place: Place, firm: Employer, signer: Signer) -> None:
    corps = place.corps[JIANGSU]
    row = await complete_draft(filer, corps, firm)
    digest = await preview_digest(row)
    row = (await submit_registration(filer, id=row.id, version=row.version, digest=digest)).value
    done = list[Viewer]()
    for stage in ROUTE:
        able = place.able(STAGE_ROLES[stage], corps, row.region)
        officer = next(one for one in able if one not in done)
        done.append(officer)
        on = await _claimed(row, officer)
        if stage is ROUTE[-1]:
            await issue_certificate(officer, on=on, signer=signer)
        else:
            await pass_registration(officer, on=on)


async def _claimed(row: Registration, officer: Viewer) -> Claimed:
    stage = await current_stage(row)
    assert stage is not None
    item = await item_of_stage(stage.id)
    assert item is not None
    fence = (await claim_work(officer, id=item.id)).value.fence
    now = await Registration.get(id=row.id)
    return Claimed(now.id, now.version, fence)


async def _join(one: Holder, day: date, password_hash: str) -> Viewer:
    person = await made(
        Person, name=one.who.name, sex=Sex.FEMALE, birth_date=BORN, identity_kind=IdentityKind.RESIDENT,
        identity_number=one.who.number, mobile=one.who.mobile, real_name_verified=True,
    )  # fmt: skip
    account = await made(
        Account, kind=AccountKind.PERSON, state=AccountState.ACTIVE, mobile=one.who.mobile,
        password_hash=password_hash, person_id=person.id,
    )  # fmt: skip
    await made(
        Qualification, person_id=person.id, profession=FIRE, grade=Grade.FIRST, region_code="320000",
        certificate_number=f"XFH{one.who.serial:06d}", obtained_on=day - timedelta(days=60),
    )  # fmt: skip
    return Viewer(ViewerKind.PERSON, account.id, person_id=person.id)
