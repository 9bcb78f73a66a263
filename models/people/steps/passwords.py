"""Setting, changing and resetting a password (D-3, D-9). Hashes are made before the unit of work begins."""

from tortoise.expressions import Q

from models.agencies.tables import Employer
from models.kernel.errors import InvalidField, Refused, Unauthenticated, WrongCode, WrongCredentials
from models.kernel.unit import Done, Unit, unit_of_work
from models.kernel.viewer import Viewer
from models.people import passwords
from models.people.events import EndReason, PasswordChanged, PasswordReset, PasswordSet
from models.people.kinds import ChallengeChannel, ChallengePurpose, ChallengeState
from models.people.reads import account_of_login
from models.people.sessions import viewer_of_account
from models.people.steps.accounts import own_account
from models.people.steps.codes import challenge_of, use_code
from models.people.steps.sessions import end_sessions
from models.people.steps.sign_in import tries_key
from models.people.tables import Account, Challenge
from models.people.throttle import Act, count, forgive
from models.people.workflow import ACCOUNT, OWNER, relations_to_account


async def set_first_password(viewer: Viewer, password: str, again: str) -> Done[Account]:
    """:raises Refused: InvalidField (PWD-1), all of them; WrongState: there is a password already."""
    account = await _account_of(viewer)
    await check_rule(account, password, again)
    return await set_password(viewer, password_hash=await passwords.hashed(password))


async def change_known_password(viewer: Viewer, old: str, password: str, again: str) -> Done[Account]:
    """:raises Refused: WrongCredentials: the old one is wrong; InvalidField; LimitReached."""
    account = await _account_of(viewer)
    await check_rule(account, password, again)
    await count_password_try(viewer)
    if not await passwords.matches(old, account.password_hash):
        raise Refused(WrongCredentials(path=("input", "oldPassword"), message="原密码不正确"))
    new = await passwords.hashed(password)
    return await change_password(viewer, old_hash=account.password_hash or "", password_hash=new)


async def reset_by_code(
    viewer: Viewer, login: str, secret: str | None, password: str, again: str
) -> Done[Account]:
    """A new password for whoever proved the login's mobile or mail address; all sessions end.

    :raises Refused: WrongCode (also for a login that leads to nobody), InvalidField.
    """
    if secret is None:
        raise Refused(
            InvalidField(
                path=("input", "challengeId"),
                message="请先通过短信验证码或邮件链接，或填写主管机构给的一次性代码",
                wanted="已通过的验证码，或一次性代码",
            )
        )
    account, challenge = await account_of_login(login), await challenge_of(secret)
    if (
        account is None
        or challenge is None
        or challenge.state is not ChallengeState.PROVED
        or not _reaches(challenge, account)
    ):
        raise Refused(_not_proved())
    await check_rule(account, password, again)
    new = await passwords.hashed(password)
    actor = await viewer_of_account(account)
    return await reset_password(actor, account_id=account.id, secret=secret, password_hash=new)


@unit_of_work
async def set_password(unit: Unit, *, password_hash: str) -> Account:
    account = await own_account(unit)
    move = await ACCOUNT.require(account, "set_password", relations_to_account(unit.viewer, account.id))
    ACCOUNT.enter(account, move)
    account.password_hash = password_hash
    await account.store("state", "password_hash")
    unit.record(PasswordSet(), account)
    return account


@unit_of_work
async def change_password(unit: Unit, *, old_hash: str, password_hash: str) -> Account:
    """Ends the account's other sessions."""
    account = await own_account(unit)
    await ACCOUNT.require(account, "change_password", relations_to_account(unit.viewer, account.id))
    if account.password_hash != old_hash:
        raise Refused(WrongCredentials(path=("input", "oldPassword"), message="原密码不正确"))
    account.password_hash = password_hash
    await account.store("password_hash")
    await forgive(Act.PASSWORD_OF_ACCOUNT, tries_key(account))
    others = Q(account_id=account.id) & ~Q(id=unit.viewer.session_id or 0)
    await end_sessions(unit, others, EndReason.PASSWORD_CHANGED)
    unit.record(PasswordChanged(), account)
    return account


@unit_of_work
async def reset_password(unit: Unit, *, account_id: int, secret: str, password_hash: str) -> Account:
    """Spends the code; ends every session of the account."""
    challenge = await use_code(unit, secret, ChallengePurpose.RESET_PASSWORD)
    account = await Account.filter(id=account_id).select_for_update().first()
    if account is None or not _reaches(challenge, account):
        raise Refused(_not_proved())
    return await renew_password(unit, account, password_hash)


@unit_of_work
async def count_password_try(unit: Unit) -> None:
    """A try of the old password counts like one at the door."""
    await count(Act.PASSWORD_OF_ACCOUNT, f"account:{unit.viewer.account_id}")


async def renew_password(unit: Unit, account: Account, password_hash: str, *others: str) -> Account:
    """Within a step's unit of work: the new password, stored with the other columns named; every session ends."""
    ACCOUNT.enter(account, await ACCOUNT.require(account, "reset_password", OWNER))
    account.password_hash = password_hash
    await account.store("state", "password_hash", *others)
    await forgive(Act.PASSWORD_OF_ACCOUNT, tries_key(account))
    await end_sessions(unit, Q(account_id=account.id), EndReason.PASSWORD_RESET)
    unit.record(PasswordReset(), account)
    return account


def _reaches(challenge: Challenge, account: Account) -> bool:
    """Did the code go to this account's own mobile, or its link to this account's own mail address?"""
    if challenge.channel is ChallengeChannel.SMS:
        return challenge.target == account.mobile
    return challenge.account_id == account.id and challenge.target == account.email


async def _account_of(viewer: Viewer) -> Account:
    account = await Account.filter(id=viewer.account_id or 0).first()
    if account is None:
        raise Unauthenticated
    return account


async def check_rule(account: Account, password: str, again: str) -> None:
    """:raises Refused: InvalidField (PWD-1), all of them."""
    employer = await Employer.filter(id=account.employer_id or 0).first()
    problems = passwords.password_problems(password, again, agency=bool(employer and employer.fire_agency))
    if problems:
        raise Refused(*problems)


def _not_proved() -> WrongCode:
    return WrongCode(path=("input", "challengeId"), message="验证已失效或与登录名不符，请重新获取验证码")
