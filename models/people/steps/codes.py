"""Codes sent to a mobile and links sent by mail: asked for, proved, used once (S1-35, S1-36, D-9)."""

import hmac
import secrets
from urllib.parse import urlencode

from models.kernel.errors import Refused, UserError, WrongCode
from models.kernel.ids import token
from models.kernel.unit import Unit, unit_of_work
from models.people import settings
from models.people.events import CodeExhausted, CodeProved, CodeRequested
from models.people.kinds import ChallengeChannel, ChallengePurpose, ChallengeState
from models.people.steps.code_requests import (
    PURPOSE_WORDS,
    CodeRequest,
    Destination,
    destination_of,
    digest,
)
from models.people.steps.slider import SliderAnswer, spend_slider
from models.people.tables import Challenge, OutgoingMessage
from models.people.throttle import Act, count
from models.people.workflow import ANYONE, CHALLENGE, SYSTEM

CODE_PATH = ("input", "code")
LINK_PAGES = {
    ChallengePurpose.RESET_PASSWORD: "/sign-in/link",
    ChallengePurpose.NEW_EMAIL: "/me/email",
}
"""Pages of the web app that links in mails lead to."""


@unit_of_work
async def request_code(
    unit: Unit, *, request: CodeRequest, slider: SliderAnswer, address: str
) -> Challenge | None:
    """A challenge, with `secret` set on it. The same answer whether or not the login or number is known.

    :raises Refused: SliderRequired, InvalidField, LimitReached. :raises Unauthenticated: for the old number of nobody.
    """
    destination = await destination_of(unit.viewer, request)
    if problem := await spend_slider(slider):
        unit.refuse_but_keep(problem)
        return None
    await count(Act.CODE_FROM_ADDRESS, address)
    await count(Act.CODE_TO_TARGET, destination.counted)
    return await _issue(unit, request, destination)


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
    return await Challenge.filter(secret_hash=digest(secret)).first()


async def _issue(unit: Unit, request: CodeRequest, destination: Destination) -> Challenge:
    by_mail = request.channel is ChallengeChannel.EMAIL
    secret, code = token(), token() if by_mail else _digits()
    lifetime = settings.LINK_LIFETIME if by_mail else settings.CODE_LIFETIME
    challenge = await Challenge.create(
        purpose=request.purpose,
        channel=request.channel,
        account_id=destination.account_id,
        target=destination.target,
        sent_to=destination.sent_to,
        secret_hash=digest(secret),
        code_hash=_code_hash(secret, code),
        tries_left=settings.CODE_TRIES,
        expires_at=unit.now + lifetime,
    )
    # A link carries the secret itself: whoever only asked for the mail must not be able to use what it proves.
    challenge.secret = token() if by_mail else secret
    if destination.target:
        await OutgoingMessage.create(
            channel=request.channel,
            target=destination.target,
            text=_mail(request.purpose, secret, code) if by_mail else _text(request.purpose, code),
            expires_at=challenge.expires_at,
        )
    unit.record(CodeRequested(request.purpose.value), challenge)
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
    challenge = await Challenge.filter(secret_hash=digest(secret)).select_for_update().first()
    if challenge:
        challenge.secret = secret
    return challenge


def _digits() -> str:
    return f"{secrets.randbelow(10**settings.CODE_DIGITS):0{settings.CODE_DIGITS}d}"


def _text(purpose: ChallengePurpose, code: str) -> str:
    minutes = int(settings.CODE_LIFETIME.total_seconds() // 60)
    name, use = settings.settings().site_name, PURPOSE_WORDS[ChallengeChannel.SMS][purpose]
    return f"【{name}】验证码 {code}，用于{use}，{minutes} 分钟内有效。请勿告诉他人。"


def _mail(purpose: ChallengePurpose, secret: str, code: str) -> str:
    minutes = int(settings.LINK_LIFETIME.total_seconds() // 60)
    name, use = settings.settings().site_name, PURPOSE_WORDS[ChallengeChannel.EMAIL][purpose]
    link = f"{settings.settings().public_url}{LINK_PAGES[purpose]}?{urlencode({'id': secret, 'code': code})}"
    return f"【{name}】请在 {minutes} 分钟内打开链接{use}，只能用一次：{link} 不是您本人操作的，请不要打开。"


def _code_hash(secret: str, code: str) -> str:
    """The secret is not in the database, so that the database alone does not give the million codes away."""
    return digest(f"{secret}:{code}")
