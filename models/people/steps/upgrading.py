"""From the 15 digits of a first-generation identity card to the 18 of the second (S2-20 to S2-22)."""

from tortoise.exceptions import IntegrityError
from tortoise.expressions import Q

from models.kernel.errors import Duplicate, InvalidField, Refused
from models.kernel.unit import Unit, unit_of_work
from models.people.events import EndReason, IdentityNumberUpgraded
from models.people.identity import check_character, identity_facts, normalized, upgraded
from models.people.kinds import IdentityKind
from models.people.masks import mask_identity
from models.people.steps.accounts import own_account
from models.people.steps.sessions import end_sessions
from models.people.tables import Person, Qualification
from models.people.workflow import ACCOUNT, relations_to_account
from models.registration.steps.renumbering import renumber

PATH = ("input", "identityNumber")
OLD_DIGITS, NEW_DIGITS = 15, 18


@unit_of_work
async def upgrade_identity_number(unit: Unit, *, number: str) -> Person:
    """The record, its qualifications and its applications get the long form of their own number; every session ends.

    Certificates belong to the record, not to a number: they stay, and what is printed on them stays.

    :raises Refused: InvalidField: there is no 15-digit number, or the new one is not its long form; Duplicate: another
        record has the long form already; WrongState: no password yet.
    """
    account = await own_account(unit)
    await ACCOUNT.require(account, "upgrade_identity_number", relations_to_account(unit.viewer, account.id))
    person = await Person.filter(id=account.person_id or 0).select_for_update().first()
    old = person.identity_number if person else None
    long_form = upgraded(old) if old else None
    if person is None or old is None or long_form is None:
        raise Refused(_nothing_to_do())
    given = normalized(number)
    if given != long_form:
        raise Refused(_another(given, long_form))
    await _rename(person, long_form)
    await Qualification.filter(person_id=person.id, found_for=old).update(found_for=long_form)
    await renumber(unit, person.id, old, long_form)
    await account.store()
    await end_sessions(unit, Q(account_id=account.id), EndReason.IDENTITY_UPGRADED)
    unit.record(IdentityNumberUpgraded(), account)
    return person


async def _rename(person: Person, number: str) -> None:
    taken = Duplicate(path=PATH, message="这个 18 位号码已在另一份注册信息中，请联系注册机构核对")
    if await Person.filter(identity_number=number).exists():
        raise Refused(taken)
    person.identity_kind, person.identity_number = IdentityKind.RESIDENT, number
    facts = identity_facts(number)
    person.birth_date = person.birth_date or (facts.birth_date if facts else None)
    try:
        await person.store("identity_kind", "identity_number", "birth_date")
    except IntegrityError:
        raise Refused(taken) from None


def _nothing_to_do() -> InvalidField:
    return InvalidField(path=PATH, message="您登记的不是 15 位的一代身份证号，不需要更新")


def _another(given: str, long_form: str) -> InvalidField:
    """Each way to be wrong in its own words: length, check character, or the number of somebody else."""
    if len(given) != NEW_DIGITS:
        message = f"二代身份证号应为 {NEW_DIGITS} 位，收到 {len(given)} 位"
    elif given[:-1] == long_form[:-1]:
        message = f"身份证号校验位不正确：末位收到 {given[-1]}，按前 17 位应为 {check_character(given[:17])}。请逐位核对"
    else:
        message = "这不是您登记的 15 位号码对应的二代号码。号码换过的，请申请更正证件信息"
    return InvalidField(
        path=PATH,
        message=message,
        received=mask_identity(given[:32]),
        wanted="登记的 15 位号码在第 6 位后加 19，末尾加校验位",
    )
