"""Opening an applicant's account, with the qualification that the examination records have of them."""

from api.demo.people import Applicant
from models.kernel.unit import Unit, unit_of_work
from models.kernel.viewer import SYSTEM_VIEWER, Viewer, ViewerKind
from models.people.events import AccountOpened, PasswordSet
from models.people.kinds import AccountKind, AccountState, IdentityKind
from models.people.tables import Account, Person, Qualification


async def join(who: Applicant, password_hash: str) -> Viewer:
    """The applicant, signed in; the account is opened at the first call."""
    if who.viewer is None:
        account = (await open_demo_account(SYSTEM_VIEWER, who=who, password_hash=password_hash)).value
        who.viewer = Viewer(ViewerKind.PERSON, account.id, person_id=account.person_id)
    return who.viewer


@unit_of_work
async def open_demo_account(unit: Unit, *, who: Applicant, password_hash: str) -> Account:
    person = await Person.create(
        name=who.name,
        sex=who.sex,
        birth_date=who.born,
        identity_kind=IdentityKind.RESIDENT,
        identity_number=who.number,
        mobile=who.mobile,
        real_name_verified=True,
    )
    account = await Account.create(
        kind=AccountKind.PERSON,
        state=AccountState.ACTIVE,
        mobile=who.mobile,
        password_hash=password_hash,
        person=person,
    )
    await Qualification.create(
        person_id=person.id,
        profession=who.profession,
        grade=who.grade,
        certificate_number=who.certificate,
        obtained_on=who.qualified_on,
        region_code=who.province,
        specialties=list(who.specialties),
    )
    unit.record(AccountOpened(), account)
    unit.record(PasswordSet(), account)
    return account
