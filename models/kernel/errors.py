"""What can go wrong: user errors are data that a person can act on; faults are exceptions with a code.

A user error's docstring is the message it has unless it is given a better one.
"""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import TYPE_CHECKING, ClassVar

if TYPE_CHECKING:
    from models.kernel.entries import Entry
    from models.kernel.rules import Finding


class ErrorCode(StrEnum):
    """Codes of user errors; stable for ever."""

    INVALID = "INVALID"
    UNMET_REQUIREMENT = "UNMET_REQUIREMENT"
    WRONG_STATE = "WRONG_STATE"
    STALE_VERSION = "STALE_VERSION"
    CLAIM_LOST = "CLAIM_LOST"
    DUPLICATE = "DUPLICATE"
    LIMIT_REACHED = "LIMIT_REACHED"
    KEY_REUSED = "KEY_REUSED"
    WRONG_CREDENTIALS = "WRONG_CREDENTIALS"
    WRONG_CODE = "WRONG_CODE"
    SLIDER_REQUIRED = "SLIDER_REQUIRED"
    FILE_REFUSED = "FILE_REFUSED"
    SERVICE_UNAVAILABLE = "SERVICE_UNAVAILABLE"


@dataclass(frozen=True, kw_only=True)
class UserError:
    """操作没有完成"""

    code: ClassVar[ErrorCode]
    message: str = ""
    path: tuple[str, ...] | None = None

    def __post_init__(self) -> None:
        if not self.message:
            object.__setattr__(self, "message", type(self).__doc__)


@dataclass(frozen=True, kw_only=True)
class InvalidField(UserError):
    """填写的内容不合要求"""

    code = ErrorCode.INVALID
    received: str | None = None
    wanted: str | None = None


@dataclass(frozen=True, kw_only=True)
class UnmetRequirement(UserError):
    """有要求尚未满足"""

    code = ErrorCode.UNMET_REQUIREMENT
    finding: "Finding"


@dataclass(frozen=True, kw_only=True)
class WrongState(UserError):
    """现在的状态不能做这一步"""

    code = ErrorCode.WRONG_STATE
    event: "Entry | None" = None


@dataclass(frozen=True, kw_only=True)
class Difference:
    """One field in which two versions differ: the value the other one saved, and the one sent now."""

    path: tuple[str, ...]
    before: str | None = None
    after: str | None = None
    mine: str | None = None


@dataclass(frozen=True, kw_only=True)
class StaleVersion(UserError):
    """您看到的已不是最新内容，请核对后再保存"""

    code = ErrorCode.STALE_VERSION
    current_version: int
    differences: tuple[Difference, ...] = ()


@dataclass(frozen=True, kw_only=True)
class ClaimLost(UserError):
    """您的领取已失效，决定没有生效"""

    code = ErrorCode.CLAIM_LOST


@dataclass(frozen=True, kw_only=True)
class Duplicate(UserError):
    """已有相同的记录"""

    code = ErrorCode.DUPLICATE
    existing: str | None = None
    """Global id of the earlier object."""


@dataclass(frozen=True, kw_only=True)
class LimitReached(UserError):
    """已到次数或数量上限，请稍后再试"""

    code = ErrorCode.LIMIT_REACHED
    limit: int
    retry_at: datetime | None = None


@dataclass(frozen=True, kw_only=True)
class KeyReused(UserError):
    """同一个幂等键已用于不同的内容，请换一个新键"""

    code = ErrorCode.KEY_REUSED


@dataclass(frozen=True, kw_only=True)
class WrongCredentials(UserError):
    """账号或密码不正确"""

    code = ErrorCode.WRONG_CREDENTIALS


@dataclass(frozen=True, kw_only=True)
class WrongCode(UserError):
    """验证码不正确或已失效"""

    code = ErrorCode.WRONG_CODE


@dataclass(frozen=True, kw_only=True)
class SliderRequired(UserError):
    """请先完成滑块验证"""

    code = ErrorCode.SLIDER_REQUIRED


@dataclass(frozen=True, kw_only=True)
class FileRefused(UserError):
    """文件不合要求"""

    code = ErrorCode.FILE_REFUSED


@dataclass(frozen=True, kw_only=True)
class ServiceUnavailable(UserError):
    """外部服务暂不可用，已记下，稍后自动再试"""

    code = ErrorCode.SERVICE_UNAVAILABLE


class Refused(Exception):
    """A step said no. Its unit of work is rolled back; the errors go to the person as data."""

    def __init__(self, *errors: UserError) -> None:
        super().__init__("; ".join(error.message for error in errors))
        self.errors = errors


class Fault(Exception):
    """服务出了问题"""

    code: ClassVar[str] = "INTERNAL"

    def __init__(self, message: str | None = None) -> None:
        self.message = message or str(type(self).__doc__)
        super().__init__(self.message)


class Unauthenticated(Fault):
    """请先登录"""

    code = "UNAUTHENTICATED"


class Forbidden(Fault):
    """您没有做这件事的权限"""

    code = "FORBIDDEN"


class NotFound(Fault):
    """没有找到，或您不能查看"""

    code = "NOT_FOUND"


class TooCostly(Fault):
    """请求超出了限额，请缩小范围"""

    code = "TOO_COSTLY"


class BadRequest(Fault):
    """请求的写法有误"""

    code = "BAD_REQUEST"


class Unavailable(Fault):
    """数据库暂时连接不上"""

    code = "UNAVAILABLE"
