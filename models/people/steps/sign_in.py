"""Signing in, with a password or with a code (D-3, D-19).

Whoever tries learns nothing from the answer or its time about who has an account. Every try is counted before
the password is looked at, so that tries made at once are bounded like tries made one after the other.
"""

from dataclasses import dataclass
from hashlib import sha256

from models.kernel.errors import InvalidField, Refused, SliderRequired, WrongCredentials, WrongState
from models.kernel.unit import Done, Unit, unit_of_work
from models.kernel.viewer import Viewer
from models.people import passwords
from models.people.identity import normalized
from models.people.kinds import AccountState, ChallengePurpose, IdentityKind
from models.people.reads import account_of_login
from models.people.sessions import MAY_SIGN_IN, viewer_of_account
from models.people.steps.codes import challenge_of, use_code
from models.people.steps.sessions import Origin, open_session
from models.people.steps.slider import SliderAnswer, spend_slider
from models.people.tables import Account, Session
from models.people.throttle import Act, count, forgive, give_back

FREE_TRIES = 3
"""So many passwords may be wrong before a slider is asked for."""


@dataclass(frozen=True)
class Credentials:
    """What is typed to sign in: mobile, certificate number (with its kind) or credit code, and a password."""

    login: str
    password: str
    identity_kind: IdentityKind | None = None
    slider: SliderAnswer | None = None


async def sign_in_with_password(viewer: Viewer, credentials: Credentials, origin: Origin) -> Done[Session]:
    """A session with `token` and `account`.

    :raises Refused: WrongCredentials, SliderRequired, LimitReached; WrongState: the account is suspended.
    """
    tried = await count_try(viewer, credentials=_without_password(credentials), address=origin.address)
    account = tried.value
    stored = account.password_hash if account else None
    if not await passwords.matches(credentials.password, stored) or account is None:
        raise Refused(WrongCredentials())
    return await sign_in(
        await viewer_of_account(account), account_id=account.id, password_hash=stored or "", origin=origin
    )


async def sign_in_by_code(viewer: Viewer, secret: str, origin: Origin) -> Done[Session]:
    """A session with `token` and `account`; an account without a password should set one next (D-3).

    :raises Refused: WrongCode; InvalidField: the mobile has no account; WrongState: it is suspended.
    """
    challenge = await challenge_of(secret)
    account = await Account.filter(mobile=challenge.target).first() if challenge else None
    actor = await viewer_of_account(account) if account else viewer
    return await sign_in_with_code(actor, secret=secret, origin=origin)


@unit_of_work
async def count_try(unit: Unit, *, credentials: Credentials, address: str) -> Account | None:
    """Count a password about to be tried, and give the account that the login leads to."""
    account = await account_of_login(credentials.login, credentials.identity_kind)
    await count(Act.PASSWORD_FROM_ADDRESS, address)
    made = await count(Act.PASSWORD_OF_ACCOUNT, tries_key(account, credentials.login))
    if made <= FREE_TRIES:
        return account
    if credentials.slider is None:
        raise Refused(SliderRequired(path=("input", "slider"), message="已多次输错，请先完成滑块验证"))
    if problem := await spend_slider(credentials.slider):
        unit.refuse_but_keep(problem)
    return account


@unit_of_work
async def sign_in(unit: Unit, *, account_id: int, password_hash: str, origin: Origin) -> Session:
    """Open the session of an account whose password was just found right; the tries against it are forgotten."""
    account = await Account.filter(id=account_id, password_hash=password_hash).select_for_update().first()
    if account is None:
        raise Refused(WrongCredentials())
    _check_open(account)
    await give_back(Act.PASSWORD_FROM_ADDRESS, origin.address)
    await forgive(Act.PASSWORD_OF_ACCOUNT, tries_key(account))
    return await open_session(unit, account, origin)


@unit_of_work
async def sign_in_with_code(unit: Unit, *, secret: str, origin: Origin) -> Session:
    """Open the session of the account whose mobile was proved."""
    path = ("input", "challengeId")
    challenge = await use_code(unit, secret, ChallengePurpose.SIGN_IN)
    account = await Account.filter(mobile=challenge.target).select_for_update().first()
    if account is None:
        raise Refused(
            InvalidField(
                path=path,
                message="该手机号还没有账号，请先开户",
                received=challenge.sent_to,
                wanted="已开户的手机号",
            )
        )
    _check_open(account)
    return await open_session(unit, account, origin)


def tries_key(account: Account | None, login: str = "") -> str:
    """Under what tries are counted: all login names of one account together."""
    return f"account:{account.id}" if account else f"login:{sha256(normalized(login).encode()).hexdigest()}"


def _check_open(account: Account) -> None:
    if account.state not in MAY_SIGN_IN:
        word = "停用" if account.state is AccountState.SUSPENDED else "注销"
        raise Refused(WrongState(message=f"账号已{word}，不能登录。如有疑问请联系注册机构"))


def _without_password(credentials: Credentials) -> Credentials:
    return Credentials(credentials.login, "", credentials.identity_kind, credentials.slider)
