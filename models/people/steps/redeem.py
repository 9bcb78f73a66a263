"""A new password for the one-time code that an authority granted (D-9)."""

from tortoise.exceptions import IntegrityError

from models.kernel.clock import now
from models.kernel.errors import Duplicate, Refused, WrongCode
from models.kernel.unit import Done, Unit, unit_of_work
from models.kernel.viewer import Viewer
from models.people import passwords
from models.people.events import MobileChanged
from models.people.kinds import RecoveryState
from models.people.reads import account_of_login
from models.people.sessions import viewer_of_account
from models.people.steps.accounts import follow_mobile
from models.people.steps.passwords import check_rule, renew_password
from models.people.steps.recovery import code_hash
from models.people.steps.sign_in import tries_key
from models.people.tables import Account, RecoveryRequest
from models.people.throttle import Act, count
from models.people.workflow import RECOVERY, SYSTEM

PATH = ("input", "recoveryCode")


async def reset_by_recovery(
    viewer: Viewer, login: str, code: str, password: str, again: str
) -> Done[Account]:
    """A new password; all sessions end. The mobile that got the code becomes the account's, unless another has it.

    :raises Refused: WrongCode (also for a login that leads to nobody), LimitReached, InvalidField.
    """
    account = (await count_code_try(viewer, login=login)).value
    granted = await _granted(account, code) if account else None
    if account is None or granted is None:
        raise Refused(_wrong())
    await check_rule(account, password, again)
    new = await passwords.hashed(password)
    actor = await viewer_of_account(account)
    return await reset_with_grant(actor, recovery_id=granted.id, code=code, password_hash=new)


@unit_of_work
async def count_code_try(unit: Unit, *, login: str) -> Account | None:
    """Count a code about to be tried, and give the account that the login leads to."""
    account = await account_of_login(login)
    await count(Act.RECOVERY_CODE, tries_key(account, login))
    return account


@unit_of_work
async def reset_with_grant(unit: Unit, *, recovery_id: int, code: str, password_hash: str) -> Account:
    """Spends the grant; of two at once one wins."""
    row = await RecoveryRequest.filter(id=recovery_id).select_for_update().first()
    if row is None or row.state is not RecoveryState.GRANTED or row.expires_at <= unit.now:
        raise Refused(_wrong())
    if row.code_hash != code_hash(row.account_id, code):
        raise Refused(_wrong())
    RECOVERY.enter(row, await RECOVERY.require(row, "~use", SYSTEM))
    row.code_hash = None
    await row.store("state", "code_hash")
    account = await Account.filter(id=row.account_id).select_for_update().get()
    old = account.mobile
    if await Account.filter(mobile=row.contact_mobile).exists():
        return await renew_password(unit, account, password_hash)
    account.mobile = row.contact_mobile
    try:
        await renew_password(unit, account, password_hash, "mobile")
    except IntegrityError:
        raise Refused(
            Duplicate(path=PATH, message="联系手机刚成为另一个账号的登录手机，请再试一次")
        ) from None
    await follow_mobile(account, old)
    unit.record(MobileChanged(), account)
    return account


async def _granted(account: Account, code: str) -> RecoveryRequest | None:
    return await RecoveryRequest.filter(
        account_id=account.id,
        state=RecoveryState.GRANTED,
        expires_at__gt=now(),
        code_hash=code_hash(account.id, code),
    ).first()


def _wrong() -> WrongCode:
    return WrongCode(path=PATH, message="一次性代码不正确、已用过或已过期，请核对或重新申请")
