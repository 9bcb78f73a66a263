"""What is recorded about accounts, codes and sessions. No code, password, token or number is ever a fact."""

from dataclasses import dataclass
from enum import StrEnum

from models.kernel.events import Event, Told

CONCERNED = Told.APPLICANT | Told.EMPLOYER | Told.ACCOUNT


class EndReason(StrEnum):
    """会话为何结束"""

    SIGNED_OUT = "SIGNED_OUT"
    ENDED_ELSEWHERE = "ENDED_ELSEWHERE"
    IDLE = "IDLE"
    PASSWORD_CHANGED = "PASSWORD_CHANGED"
    PASSWORD_RESET = "PASSWORD_RESET"
    IDENTITY_UPGRADED = "IDENTITY_UPGRADED"


END_WORDS = {
    EndReason.SIGNED_OUT: "安全退出",
    EndReason.ENDED_ELSEWHERE: "在别处结束",
    EndReason.IDLE: "长时间没有操作",
    EndReason.PASSWORD_CHANGED: "密码已修改",
    EndReason.PASSWORD_RESET: "密码已重设",
    EndReason.IDENTITY_UPGRADED: "身份证号已更新",
}


@dataclass(frozen=True)
class AccountOpened(Event):
    """账号已开户"""

    told = CONCERNED


@dataclass(frozen=True)
class HolderAccountOpened(Event):
    """凭注册证{certificate}首次登录，账号已开户"""

    told = CONCERNED
    certificate: str


@dataclass(frozen=True)
class ProfileCompleted(Event):
    """已补全信息：{filled}"""

    told = CONCERNED
    filled: str


@dataclass(frozen=True)
class IdentityNumberUpgraded(Event):
    """身份证号已由15位更新为18位，全部会话已结束，请用新号码登录"""

    told = CONCERNED
    notifies = True
    urgent = True


@dataclass(frozen=True)
class RemindersChanged(Event):
    """已{turned}到期提醒"""

    told = CONCERNED
    turned: str


@dataclass(frozen=True)
class MessagesChanged(Event):
    """已{turned}短信通知：{kind}"""

    told = CONCERNED
    turned: str
    kind: str


@dataclass(frozen=True)
class PasswordSet(Event):
    """已设置密码"""

    told = CONCERNED


@dataclass(frozen=True)
class PasswordChanged(Event):
    """密码已修改，其他会话已结束"""

    told = CONCERNED
    notifies = True


@dataclass(frozen=True)
class PasswordReset(Event):
    """密码已重设，全部会话已结束"""

    told = CONCERNED
    notifies = True
    urgent = True


@dataclass(frozen=True)
class MobileChanged(Event):
    """登录手机号已修改"""

    told = CONCERNED
    notifies = True
    urgent = True


@dataclass(frozen=True)
class EmailChanged(Event):
    """邮箱已修改"""

    told = CONCERNED
    notifies = True


@dataclass(frozen=True)
class RecoveryRequested(Event):
    """有人申请重置这个账号的密码，由{authority}处理。不是本人申请的，请告诉该机构"""

    told = CONCERNED | Told.QUEUE
    notifies = True
    urgent = True
    authority: str


@dataclass(frozen=True)
class RecoveryGranted(Event):
    """主管机构已核对证件，同意重置密码，一次性代码已发往联系手机"""

    told = CONCERNED | Told.QUEUE
    notifies = True
    urgent = True
    papers: str


@dataclass(frozen=True)
class RecoveryRefused(Event):
    """主管机构没有同意重置密码，原因已发往联系手机"""

    told = CONCERNED | Told.QUEUE
    notifies = True


@dataclass(frozen=True)
class RecoveryExpired(Event):
    """密码重置申请已过期"""

    told = Told.QUEUE


@dataclass(frozen=True)
class CodeRequested(Event):
    """已发送验证码"""

    purpose: str


@dataclass(frozen=True)
class CodeProved(Event):
    """验证码已通过"""

    purpose: str


@dataclass(frozen=True)
class CodeExhausted(Event):
    """验证码输错次数用尽"""

    told = Told.DUTY
    purpose: str


@dataclass(frozen=True)
class SessionOpened(Event):
    """在{device}上登录"""

    told = CONCERNED
    device: str


@dataclass(frozen=True)
class SessionEnded(Event):
    """会话已结束：{words}"""

    told = CONCERNED
    reason: str
    words: str


@dataclass(frozen=True)
class SensitiveRevealed(Event):
    """查看了{label}全文"""

    field: str
    label: str


def session_ended(reason: EndReason) -> SessionEnded:
    return SessionEnded(reason.value, END_WORDS[reason])
