"""User errors as data: what a person can act on. Faults are top-level errors with a code, see `faults`."""

from datetime import datetime

import strawberry

from models.kernel import errors
from models.kernel.audience import told
from models.kernel.errors import ErrorCode
from models.kernel.journal import Entry
from models.kernel.viewer import Viewer
from schema.common.enums import expose
from schema.common.events import Event, event_of
from schema.common.findings import Difference, Finding
from schema.common.interfaces import Subject
from schema.plans.binding import present
from schema.plans.declare import column, computed, named

expose(
    ErrorCode,
    {
        ErrorCode.INVALID: "字段不合要求",
        ErrorCode.UNMET_REQUIREMENT: "规则未满足",
        ErrorCode.WRONG_STATE: "当前状态不能做此步骤",
        ErrorCode.STALE_VERSION: "您看到的已不是最新",
        ErrorCode.CLAIM_LOST: "领取已失效",
        ErrorCode.DUPLICATE: "已有相同的",
        ErrorCode.LIMIT_REACHED: "次数或数量已到上限",
        ErrorCode.KEY_REUSED: "同一幂等键用于不同内容",
        ErrorCode.WRONG_CREDENTIALS: "账号或密码不正确",
        ErrorCode.WRONG_CODE: "验证码不正确或已失效",
        ErrorCode.SLIDER_REQUIRED: "请先完成滑块",
        ErrorCode.FILE_REFUSED: "文件不合要求",
        ErrorCode.SERVICE_UNAVAILABLE: "外部服务暂不可用，已记下，稍后自动再试",
    },
    description="用户错误代码，稳定不变",
)


@strawberry.interface(description="用户可以改正的错误；故障在顶层 errors")
class UserError:
    """Carries a `models.kernel.errors.UserError`."""

    code: ErrorCode = column(description="代码")
    message: str = column(description="查看者语言的说明")
    path: list[str] | None = column(description="输入中的位置")


@strawberry.type(description="字段不合要求")
class InvalidField(UserError):
    received: str | None = column(description="收到了什么")
    wanted: str | None = column(description="要求什么")


@strawberry.type(description="规则未满足")
class UnmetRequirement(UserError):
    finding: Finding = column(description="结论")


def _event(event: Entry | None, viewer: Viewer) -> Event | None:
    return event_of(event) if event and told(event, viewer) else None


@strawberry.type(description="状态不对：先发生了别的事")
class WrongState(UserError):
    event: Event | None = computed(_event, description="发生了什么、谁、何时")


@strawberry.type(description="版本已变")
class StaleVersion(UserError):
    current_version: int = column(description="现在的版本")
    differences: list[Difference] = column(description="不同之处")


@strawberry.type(description="重复")
class Duplicate(UserError):
    existing: Subject | None = named("existing", description="已有的对象；查看者不可见时为空")


@strawberry.type(description="到上限")
class LimitReached(UserError):
    limit: int = column(description="上限")
    retry_at: datetime | None = column(description="何时可再试")


@strawberry.type(description="其余错误，见代码")
class OtherError(UserError):
    """Errors whose code says everything."""


SHOWN: dict[type[errors.UserError], type[UserError]] = {
    errors.InvalidField: InvalidField,
    errors.UnmetRequirement: UnmetRequirement,
    errors.WrongState: WrongState,
    errors.StaleVersion: StaleVersion,
    errors.Duplicate: Duplicate,
    errors.LimitReached: LimitReached,
}

ERROR_TYPES: tuple[type, ...] = (*SHOWN.values(), OtherError)
"""Given to the schema by hand: no field names them, only their interface."""


def to_graphql(error: errors.UserError) -> UserError:
    """A user error of models as the graph shows it."""
    return present(SHOWN.get(type(error), OtherError), error)
