"""Opening an account with a proved mobile (D-2), and moving it to another mobile or mail address."""

from tortoise.exceptions import IntegrityError

from models.kernel.errors import Duplicate, Refused, Unauthenticated, WrongCode
from models.kernel.unit import Done, Unit, unit_of_work
from models.kernel.viewer import Viewer
from models.people.events import AccountOpened, EmailChanged, MobileChanged
from models.people.kinds import AccountKind, AccountState, ChallengePurpose
from models.people.sessions import viewer_of_account
from models.people.steps.codes import challenge_of, use_code
from models.people.steps.sessions import Origin, open_session
from models.people.tables import Account, Person, Session
from models.people.workflow import ACCOUNT, relations_to_account


async def open_and_enter(viewer: Viewer, secret: str, key: str, origin: Origin) -> Done[Session]:
    """A new account, signed in: the session has `token` and `account`. Sent again with its key, it opens no
    second account but one more session, because the first token may never have arrived.

    :raises Refused: as `open_account`.
    """
    opened = await open_account.once(key)(viewer, secret=secret)
    actor = await viewer_of_account(opened.value)
    entered = await enter_opened(actor, account_id=opened.value.id, secret=secret, origin=origin)
    return Done(entered.value, entered.cursor, opened.replayed)


@unit_of_work
async def open_account(unit: Unit, *, secret: str) -> Account:
    """A person with an account that has no password yet.

    :raises Refused: WrongCode; Duplicate: the mobile has an account already.
    """
    challenge = await use_code(unit, secret, ChallengePurpose.OPEN_ACCOUNT)
    taken = Duplicate(path=("input", "challengeId"), message="该手机号已有账号，请直接登录")
    if await Account.filter(mobile=challenge.target).exists():
        raise Refused(taken)
    person = await Person.create(mobile=challenge.target)
    try:
        account = await Account.create(
            kind=AccountKind.PERSON, state=AccountState.PASSWORDLESS, mobile=challenge.target, person=person
        )
    except IntegrityError:
        raise Refused(taken) from None
    unit.record(AccountOpened(), account)
    return account


@unit_of_work
async def enter_opened(unit: Unit, *, account_id: int, secret: str, origin: Origin) -> Session:
    """A session for whoever holds the code that opened the account, while that code's time runs."""
    challenge = await challenge_of(secret)
    account = await Account.get(id=account_id)
    if challenge is None or challenge.target != account.mobile or challenge.expires_at <= unit.now:
        raise Refused(WrongCode(path=("input", "challengeId"), message="验证已失效，请用验证码登录"))
    return await open_session(unit, account, origin)


@unit_of_work
async def change_mobile(unit: Unit, *, old_secret: str, new_secret: str) -> Account:
    """Another login mobile: the old number is proved first, then the new one.

    :raises Refused: WrongCode, Duplicate, WrongState (no password yet).
    """
    account = await own_account(unit)
    await ACCOUNT.require(account, "change_mobile", relations_to_account(unit.viewer, account.id))
    old_path, new_path = ("input", "oldChallengeId"), ("input", "newChallengeId")
    old = await use_code(unit, old_secret, ChallengePurpose.OLD_MOBILE, old_path)
    new = await use_code(unit, new_secret, ChallengePurpose.NEW_MOBILE, new_path)
    if old.target != account.mobile:
        raise Refused(WrongCode(path=old_path, message="原手机号的验证码不属于这个账号"))
    taken = Duplicate(path=new_path, message="该手机号已是登录账号，请换一个")
    if await Account.filter(mobile=new.target).exists():
        raise Refused(taken)
    account.mobile = new.target
    try:
        await account.store("mobile")
    except IntegrityError:
        raise Refused(taken) from None
    await follow_mobile(account, old.target)
    unit.record(MobileChanged(), account)
    return account


@unit_of_work
async def change_email(unit: Unit, *, secret: str) -> Account:
    """The mail address whose link was opened; the link must have been asked for by this account.

    :raises Refused: WrongCode, WrongState (no password yet).
    """
    account = await own_account(unit)
    await ACCOUNT.require(account, "change_email", relations_to_account(unit.viewer, account.id))
    challenge = await use_code(unit, secret, ChallengePurpose.NEW_EMAIL)
    if challenge.account_id != account.id:
        raise Refused(WrongCode(path=("input", "challengeId"), message="这个链接是别的账号要的，请重新获取"))
    old, account.email = account.email, challenge.target
    await account.store("email")
    person = await Person.filter(id=account.person_id or 0).select_for_update().first()
    if person and person.email in {None, "", old}:
        person.email = account.email
        await person.store("email")
    unit.record(EmailChanged(), account)
    return account


async def own_account(unit: Unit) -> Account:
    """The viewer's account, locked. :raises Unauthenticated: nobody is signed in."""
    account = await Account.filter(id=unit.viewer.account_id or 0).select_for_update().first()
    if account is None:
        raise Unauthenticated
    return account


async def follow_mobile(account: Account, old: str | None) -> None:
    """The person's number follows the account's where it was the same."""
    person = await Person.filter(id=account.person_id or 0, mobile=old).select_for_update().first()
    if person:
        person.mobile = account.mobile
        await person.store("mobile")
