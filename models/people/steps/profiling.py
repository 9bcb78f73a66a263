"""Completing one's data at the first sign-in, or when category or unit attribute is missing (S2-19)."""

from collections.abc import Sequence
from dataclasses import dataclass

from models.agencies.tables import EmployerNature
from models.authorities.kinds import Profession
from models.kernel.errors import Forbidden, InvalidField, Refused, UnmetRequirement
from models.kernel.rules import Finding
from models.kernel.unit import Unit, unit_of_work
from models.people.events import ProfileCompleted
from models.people.kinds import Sex
from models.people.profile import CATEGORY, FIRST, NATURE, missing_profile, profiles_of
from models.people.profiles import Profile
from models.people.steps.accounts import own_account
from models.people.tables import Account, Person
from models.people.workflow import ACCOUNT, relations_to_account
from models.professions.shelf import rulebook_on

WORDS = {FIRST: "个人信息", CATEGORY: "注册类别", NATURE: "单位属性"}


@dataclass(frozen=True)
class Completion:
    """What is said of one profession. `specialties`: codes of its rulebook."""

    profession: Profession
    specialties: tuple[str, ...] = ()
    nature: EmployerNature | None = None


@unit_of_work
async def complete_profile(unit: Unit, *, said: Sequence[Completion], sex: Sex | None = None) -> Account:
    """Everything that is missing, at once; what is registered already is not changed by it.

    :raises Refused: InvalidField; UnmetRequirement: what is still missing, all of it; WrongState: no password yet.
    """
    account = await own_account(unit)
    if account.person_id is None:
        raise Forbidden("只有个人账号可以补全信息")
    await ACCOUNT.require(account, "complete_profile", relations_to_account(unit.viewer, account.id))
    lacking = await missing_profile(account)
    if wrong := [problem for one in said if (problem := _unknown_codes(one))]:
        raise Refused(*wrong)
    for one in said:
        await _keep(account.person_id, one, lacking)
    if account.profile_due:
        await _keep_sex(account.person_id, sex)
    account.profile_due = False
    await account.store("profile_due")
    if left := await missing_profile(account):
        raise Refused(*(UnmetRequirement(message=one.message, path=one.path, finding=one) for one in left))
    filled = dict.fromkeys(WORDS[one.rule] for one in lacking)
    unit.record(ProfileCompleted("、".join(filled) or "没有缺项"), account)
    return account


async def _keep(person_id: int, one: Completion, lacking: Sequence[Finding]) -> None:
    """Only what is missing is taken: what is registered is changed by an application."""
    wanted = {each.rule for each in lacking if each.path and each.path[0] == one.profession}
    known = (await profiles_of(person_id)).get(one.profession)
    row = known or await Profile.create(person_id=person_id, profession=one.profession)
    if CATEGORY in wanted:
        row.specialties = list(one.specialties)
    if NATURE in wanted and one.nature:
        row.employer_nature = one.nature
    await row.store("specialties", "employer_nature")


async def _keep_sex(person_id: int, sex: Sex | None) -> None:
    person = await Person.filter(id=person_id).select_for_update().get()
    if sex is not None and person.sex is None:
        person.sex = sex
        await person.store("sex")


def _unknown_codes(one: Completion) -> InvalidField | None:
    book = rulebook_on(one.profession)
    codes = {each.code for each in book.specialties}
    strange = [code for code in one.specialties if code not in codes]
    too_many = len(one.specialties) > book.most_specialties
    if not strange and not too_many:
        return None
    names = "、".join(each.name for each in book.specialties) or "这个执业资格没有类别"
    return InvalidField(
        path=("input", "professions", one.profession.value, "specialtyIds"),
        message="没有这个注册类别" if strange else f"最多选择 {book.most_specialties} 个注册类别",
        received="、".join(strange)[:80] if strange else f"{len(one.specialties)} 个",
        wanted=names,
    )
