"""Codes sent to a mobile: asked for, proved, used once (S1-35, S1-36)."""

import hmac
import re
import secrets
from dataclasses import dataclass
from hashlib import sha256

from models.kernel.errors import InvalidField, Refused, Unauthenticated, UserError, WrongCode
from models.kernel.ids import token
from models.kernel.unit import Unit, unit_of_work
from models.kernel.viewer import Viewer
from models.people import settings
from models.people.events import CodeExhausted, CodeProved, CodeRequested
from models.people.kinds import ChallengeChannel, ChallengePurpose, ChallengeState
from models.people.masks import mask_mobile
from models.people.reads import account_of_login
from models.people.steps.slider import SliderAnswer, spend_slider
from models.people.tables import Account, Challenge, OutgoingMessage
from models.people.throttle import Act, count
from models.people.workflow import ANYONE, CHALLENGE, SYSTEM

MOBILE = re.compile(r"1[3-9]\d{9}")
TARGET_PATH = ("input", "target")
CODE_PATH = ("input", "code")
PURPOSE_WORDS = {
    ChallengePurpose.OPEN_ACCOUNT: "开户",
    ChallengePurpose.SIGN_IN: "登录",
    ChallengePurpose.RESET_PASSWORD: "重设密码",
    ChallengePurpose.OLD_MOBILE: "验证原手机号",
    ChallengePurpose.NEW_MOBILE: "验证新手机号",
}


@dataclass(frozen=True)
class CodeRequest:
    """What a code is for and where it should go: a mobile, or a login name where the password is forgotten."""

    purpose: ChallengePurpose
    channel: ChallengeChannel = ChallengeChannel.SMS
    target: str | None = None
    login: str | None = None


@dataclass(frozen=True)
class _Destination:
    target: str
    sent_to: str
    counted: str


@unit_of_work
async def request_code(
    unit: Unit, *, request: CodeRequest, slider: SliderAnswer, address: str
) -> Challenge | None:
    """A challenge, with `secret` set on it. The same answer whether or not the login or number is known.

    :raises Refused: SliderRequired, InvalidField, LimitReached. :raises Unauthenticated: for the old number of nobody.
    """
    destination = await _destination(unit.viewer, request)
    if problem := await spend_slider(slider):
        unit.refuse_but_keep(problem)
        return None
    await count(Act.CODE_FROM_ADDRESS, address)
    await count(Act.CODE_TO_TARGET, destination.counted)
    return await _issue(unit, request.purpose, destination)


@unit_of_work
async def prove_code(unit: Unit, *, secret: str, code: str) -> Challenge:
    """The challenge, proved for ten minutes. A wrong try is counted whatever else happens.

    :raises Refused: WrongCode: wrong, expired, used or never issued; which of them is not told but for the tries left.
    """
    challenge = await _locked(secret)
    if challenge is None or challenge.state is not ChallengeState.ISSUED or challenge.expires_at <= unit.now:
        raise Refused(WrongCode(path=CODE_PATH, message="验证码已失效，请重新获取"))
    if not hmac.compare_digest(challenge.code_hash, _code_hash(secret, code.strip())):
        unit.refuse_but_keep(await _count_wrong(unit, challenge))
        return challenge
    CHALLENGE.enter(challenge, await CHALLENGE.require(challenge, "prove_code", ANYONE))
    challenge.expires_at = unit.now + settings.PROOF_LIFETIME
    await challenge.store("state", "expires_at")
    unit.record(CodeProved(challenge.purpose.value), challenge)
    return challenge


async def use_code(
    unit: Unit, secret: str, purpose: ChallengePurpose, path: tuple[str, ...] = ("input", "challengeId")
) -> Challenge:
    """Spend a proved challenge within a step's unit of work; two steps at once spend it once.

    :raises Refused: WrongCode: not proved, expired, spent, or for another purpose.
    """
    challenge = await _locked(secret)
    if (
        challenge is None
        or challenge.state is not ChallengeState.PROVED
        or challenge.purpose is not purpose
        or challenge.expires_at <= unit.now
    ):
        raise Refused(WrongCode(path=path, message="验证已失效或不适用于这一步，请重新获取验证码"))
    CHALLENGE.enter(challenge, await CHALLENGE.require(challenge, "~use", SYSTEM))
    await challenge.store("state")
    return challenge


async def challenge_of(secret: str) -> Challenge | None:
    return await Challenge.filter(secret_hash=_digest(secret)).first()


async def _destination(viewer: Viewer, request: CodeRequest) -> _Destination:
    if request.purpose not in PURPOSE_WORDS or request.channel is not ChallengeChannel.SMS:
        raise Refused(
            InvalidField(
                path=("input", "channel"),
                message="现在只能用短信接收验证码",
                received=request.channel.value,
                wanted=ChallengeChannel.SMS.value,
            )
        )
    if request.purpose is ChallengePurpose.OLD_MOBILE:
        return await _own_mobile(viewer)
    if request.purpose is ChallengePurpose.RESET_PASSWORD and request.login:
        return await _mobile_of_login(request.login)
    return _typed_mobile(request.target)


def _typed_mobile(target: str | None) -> _Destination:
    mobile = "".join((target or "").split())
    if not MOBILE.fullmatch(mobile):
        raise Refused(
            InvalidField(
                path=TARGET_PATH,
                message=f"手机号应为 1 开头的 11 位数字，收到 {len(mobile)} 位",
                received=mask_mobile(mobile),
                wanted="11 位手机号，第二位为 3 至 9",
            )
        )
    return _Destination(mobile, mask_mobile(mobile), mobile)


async def _own_mobile(viewer: Viewer) -> _Destination:
    account = await Account.filter(id=viewer.account_id or 0).first()
    if account is None or account.mobile is None:
        raise Unauthenticated
    return _typed_mobile(account.mobile)


async def _mobile_of_login(login: str) -> _Destination:
    account = await account_of_login(login)
    target = account.mobile if account and account.mobile else ""
    return _Destination(target, "登记的手机号", target or f"login:{_digest(login)}")


async def _issue(unit: Unit, purpose: ChallengePurpose, destination: _Destination) -> Challenge:
    secret = token()
    code = f"{secrets.randbelow(10**settings.CODE_DIGITS):0{settings.CODE_DIGITS}d}"
    challenge = await Challenge.create(
        purpose=purpose,
        target=destination.target,
        sent_to=destination.sent_to,
        secret_hash=_digest(secret),
        code_hash=_code_hash(secret, code),
        tries_left=settings.CODE_TRIES,
        expires_at=unit.now + settings.CODE_LIFETIME,
    )
    challenge.secret = secret
    if destination.target:
        await OutgoingMessage.create(
            channel=ChallengeChannel.SMS,
            target=destination.target,
            text=_text(purpose, code),
            expires_at=challenge.expires_at,
        )
    unit.record(CodeRequested(purpose.value), challenge)
    return challenge


async def _count_wrong(unit: Unit, challenge: Challenge) -> UserError:
    challenge.tries_left -= 1
    if challenge.tries_left > 0:
        await challenge.store("tries_left")
        return WrongCode(path=CODE_PATH, message=f"验证码不正确，还可以试 {challenge.tries_left} 次")
    CHALLENGE.enter(challenge, await CHALLENGE.require(challenge, "~exhaust", SYSTEM))
    await challenge.store("tries_left", "state")
    unit.record(CodeExhausted(challenge.purpose.value), challenge)
    return WrongCode(path=CODE_PATH, message="验证码错误次数已用尽，请重新获取")


async def _locked(secret: str) -> Challenge | None:
    challenge = await Challenge.filter(secret_hash=_digest(secret)).select_for_update().first()
    if challenge:
        challenge.secret = secret
    return challenge


def _text(purpose: ChallengePurpose, code: str) -> str:
    minutes = int(settings.CODE_LIFETIME.total_seconds() // 60)
    name = settings.settings().site_name
    return f"【{name}】验证码 {code}，用于{PURPOSE_WORDS[purpose]}，{minutes} 分钟内有效。请勿告诉他人。"


def _digest(text: str) -> str:
    return sha256(text.encode()).hexdigest()


def _code_hash(secret: str, code: str) -> str:
    """The secret is not in the database, so that the database alone does not give the million codes away."""
    return _digest(f"{secret}:{code}")
