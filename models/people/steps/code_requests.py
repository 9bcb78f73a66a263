"""What a code is asked for, and where it may go: to a mobile, or as a link to a mail address."""

import re
from dataclasses import dataclass
from hashlib import sha256

from models.kernel.errors import InvalidField, Refused, Unauthenticated
from models.kernel.viewer import Viewer
from models.people.kinds import ChallengeChannel, ChallengePurpose
from models.people.masks import mask_email, mask_mobile
from models.people.reads import account_of_login
from models.people.tables import Account

MOBILE = re.compile(r"1[3-9]\d{9}")
EMAIL = re.compile(r"[A-Za-z0-9._%+\-]{1,64}@(?:[A-Za-z0-9\-]{1,63}\.){1,6}[A-Za-z]{2,24}")
LONGEST_EMAIL = 120
TARGET_PATH = ("input", "target")
PURPOSE_WORDS = {
    ChallengeChannel.SMS: {
        ChallengePurpose.OPEN_ACCOUNT: "开户",
        ChallengePurpose.SIGN_IN: "登录",
        ChallengePurpose.RESET_PASSWORD: "重设密码",
        ChallengePurpose.OLD_MOBILE: "验证原手机号",
        ChallengePurpose.NEW_MOBILE: "验证新手机号",
    },
    ChallengeChannel.EMAIL: {
        ChallengePurpose.RESET_PASSWORD: "重设密码",
        ChallengePurpose.NEW_EMAIL: "验证新邮箱",
    },
}
"""What each channel is good for."""


@dataclass(frozen=True)
class CodeRequest:
    """What a code is for and where it should go: a mobile, a mail address, or a login name where the password is
    forgotten."""

    purpose: ChallengePurpose
    channel: ChallengeChannel = ChallengeChannel.SMS
    target: str | None = None
    login: str | None = None


@dataclass(frozen=True)
class Destination:
    """`target` is empty when the login names nobody; `sent_to` is what the asker may see of it."""

    target: str
    sent_to: str
    counted: str
    account_id: int | None = None


async def destination_of(viewer: Viewer, request: CodeRequest) -> Destination:
    """:raises Refused: InvalidField. :raises Unauthenticated: for an address of nobody's."""
    if request.purpose not in PURPOSE_WORDS[request.channel]:
        raise Refused(_wrong_channel(request))
    if request.purpose is ChallengePurpose.NEW_EMAIL:
        return _new_email(viewer, request.target)
    if request.channel is ChallengeChannel.EMAIL:
        return await _email_of_login(request.login)
    if request.purpose is ChallengePurpose.OLD_MOBILE:
        return await _own_mobile(viewer)
    if request.purpose is ChallengePurpose.RESET_PASSWORD and request.login:
        return await _mobile_of_login(request.login)
    return typed_mobile(request.target)


def typed_mobile(target: str | None, path: tuple[str, ...] = TARGET_PATH) -> Destination:
    """:raises Refused: InvalidField: it is no mobile number."""
    mobile = "".join((target or "").split())
    if not MOBILE.fullmatch(mobile):
        raise Refused(
            InvalidField(
                path=path,
                message=f"手机号应为 1 开头的 11 位数字，收到 {len(mobile)} 位",
                received=mask_mobile(mobile[:20]),
                wanted="11 位手机号，第二位为 3 至 9",
            )
        )
    return Destination(mobile, mask_mobile(mobile), mobile)


def digest(text: str) -> str:
    return sha256(text.encode(errors="replace")).hexdigest()


def _new_email(viewer: Viewer, target: str | None) -> Destination:
    if viewer.account_id is None:
        raise Unauthenticated
    email = (target or "").strip()
    if len(email) > LONGEST_EMAIL or not EMAIL.fullmatch(email):
        raise Refused(
            InvalidField(
                path=TARGET_PATH,
                message="邮箱地址的写法不对，请逐字核对",
                received=mask_email(email[:40]),
                wanted="例如 name@example.com",
            )
        )
    return Destination(email, mask_email(email)[:40], email.lower(), viewer.account_id)


async def _email_of_login(login: str | None) -> Destination:
    if not login:
        raise Refused(
            InvalidField(
                path=("input", "login"), message="请填写账号", wanted="手机号、证件号或统一社会信用代码"
            )
        )
    account = await account_of_login(login)
    target = account.email if account and account.email else ""
    known = account.id if account and target else None
    return Destination(target, "登记的邮箱", target.lower() or f"login:{digest(login)}", known)


async def _own_mobile(viewer: Viewer) -> Destination:
    account = await Account.filter(id=viewer.account_id or 0).first()
    if account is None or account.mobile is None:
        raise Unauthenticated
    return typed_mobile(account.mobile)


async def _mobile_of_login(login: str) -> Destination:
    account = await account_of_login(login)
    target = account.mobile if account and account.mobile else ""
    return Destination(target, "登记的手机号", target or f"login:{digest(login)}")


def _wrong_channel(request: CodeRequest) -> InvalidField:
    others = [channel.value for channel, words in PURPOSE_WORDS.items() if request.purpose in words]
    return InvalidField(
        path=("input", "channel"),
        message="这种用途不能用这种方式接收",
        received=request.channel.value,
        wanted="或".join(others),
    )
