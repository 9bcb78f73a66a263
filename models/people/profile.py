"""What a person's record still lacks before they can go on: a password (D-3), and what S2-19 asks for."""

from collections.abc import Mapping

from models.authorities.kinds import Profession
from models.kernel.rules import Finding
from models.kernel.viewer import Viewer
from models.people.profiles import Profile
from models.people.reads import accounts_visible_to
from models.people.shown import missing_password
from models.people.tables import Account
from models.professions.shelf import rulebook_on
from models.professions.words import PROFESSION_WORDS
from models.registration.credentials import Certificate
from models.registration.validity import IN_FORCE

FIRST, CATEGORY, NATURE = "PROFILE-FIRST", "PROFILE-CATEGORY", "PROFILE-NATURE"
LAW = "系统要求：首次登录补全信息"


async def missing(viewer: Viewer) -> list[Finding]:
    """Everything that the viewer's account still lacks."""
    account = await _account_of(viewer)
    return missing_password(account.state) + await missing_profile(account) if account else []


async def profile_gaps(viewer: Viewer) -> list[Finding]:
    """Without the password: what must be there before an application is begun."""
    account = await _account_of(viewer)
    return await missing_profile(account) if account else []


async def missing_profile(account: Account) -> list[Finding]:
    """What only the person can say: category and unit attribute of each certificate in force that lacks them, and
    whether the data are right, when a holder is here for the first time."""
    if account.person_id is None:
        return []
    said = await profiles_of(account.person_id)
    held = Certificate.filter(person_id=account.person_id, state__in=IN_FORCE)
    found = [_unconfirmed()] if account.profile_due else []
    for row in await held.order_by("profession", "id").prefetch_related("registration"):
        found += _lacking(row, said.get(row.profession))
    return list({(one.rule, one.path): one for one in found}.values())


async def profiles_of(person_id: int) -> Mapping[str, Profile]:
    """What the person completed, by profession."""
    return {row.profession: row for row in await Profile.filter(person_id=person_id)}


async def _account_of(viewer: Viewer) -> Account | None:
    return await Account.filter(accounts_visible_to(viewer), id=viewer.account_id or 0).first()


def _lacking(row: Certificate, said: Profile | None) -> list[Finding]:
    found = []
    profession = Profession(row.profession)
    chooses = bool(rulebook_on(profession).specialties)
    if chooses and not row.specialties and not (said and said.specialties):
        found.append(_unsaid(CATEGORY, "注册类别", profession, "specialtyIds"))
    if row.registration.employer_nature is None and not (said and said.employer_nature):
        found.append(_unsaid(NATURE, "单位属性", profession, "employerNature"))
    return found


def _unsaid(rule: str, label: str, profession: Profession, field: str) -> Finding:
    return Finding(
        rule=rule,
        law=LAW,
        message=f"{PROFESSION_WORDS[profession]}的{label}没有登记",
        present="未登记",
        needed=label,
        advice=f"请在“补全信息”中选择{label}",
        path=(profession.value, field),
    )


def _unconfirmed() -> Finding:
    return Finding(
        rule=FIRST,
        law=LAW,
        message="首次登录，请核对并补全信息",
        present="未核对",
        needed="已核对",
        advice="请在“补全信息”中核对个人信息",
        path=("confirmed",),
    )
