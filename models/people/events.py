"""What is recorded about accounts, codes and sessions. No code, password, token or number is ever a fact."""

from dataclasses import dataclass
from enum import StrEnum

from models.kernel.events import Event, Told

CONCERNED = Told.APPLICANT | Told.EMPLOYER


class EndReason(StrEnum):
    """会话为何结束"""

    SIGNED_OUT = "SIGNED_OUT"
    ENDED_ELSEWHERE = "ENDED_ELSEWHERE"
    IDLE = "IDLE"
    PASSWORD_CHANGED = "PASSWORD_CHANGED"
    PASSWORD_RESET = "PASSWORD_RESET"


END_WORDS = {
    EndReason.SIGNED_OUT: "安全退出",
    EndReason.ENDED_ELSEWHERE: "在别处结束",
    EndReason.IDLE: "长时间没有操作",
    EndReason.PASSWORD_CHANGED: "密码已修改",
    EndReason.PASSWORD_RESET: "密码已重设",
}


@dataclass(frozen=True)
class AccountOpened(Event):
    """账号已开户"""

    told = CONCERNED


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
