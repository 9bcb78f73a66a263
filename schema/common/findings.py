"""Findings of rules, differences between versions, sensitive texts, and the steps a viewer can take."""

from collections.abc import Iterable
from datetime import date, datetime

import strawberry

from models.kernel import rules
from models.kernel.rules import Severity
from models.kernel.workflow import Available
from schema.common.actions import Action
from schema.common.enums import expose
from schema.plans.binding import present
from schema.plans.declare import column, computed

expose(
    Severity,
    {
        Severity.BLOCKING: "不满足则不能办",
        Severity.WARNING: "提醒，可以继续",
        Severity.ADVICE: "建议",
    },
    description="结论轻重",
)


@strawberry.type(description="规则核对的一条结论")
class Finding:
    """What a rule found; carries a `models.kernel.rules.Finding`, or is given as one."""

    rule: str = column(description="规则编号")
    severity: Severity = column(description="轻重")
    law: str = column(description="依据")
    message: str = column(description="用语")
    met: bool = column(description="是否满足")
    present: str | None = column(description="现值")
    needed: str | None = column(description="要求值")
    advice: str | None = column(description="怎样满足")
    met_at: date | None = column(description="何时会满足")
    path: list[str] | None = column(description="对应的字段")
    parts: list["Finding"] = column(description="同组的细项")


@strawberry.type(description="一处不同")
class Difference:
    """One field in which two versions differ; carries a `models.kernel.errors.Difference`."""

    path: list[str] = column(description="字段")
    before: str | None = column(description="原值")
    after: str | None = column(description="新值")
    mine: str | None = column(description="您想写的值")


@strawberry.type(description="敏感文字：列表与推送只用遮盖值")
class Sensitive:
    """A text shown masked; any object with `masked` and `full` will do."""

    masked: str = column(description="遮盖值，例如 138****1111")
    full: str | None = column(
        description="全值：直接给本人；姓名也给办理它的审核人员和聘用单位；其余用 revealSensitive，留有记录"
    )


@strawberry.type(description="显示出来的敏感文字")
class RevealedText:
    """The whole of a sensitive text, for a while; any object with `value` and `hide_at` will do."""

    value: str = column(description="全值")
    hide_at: datetime = column(description="何时收起")


def _action(action: str) -> Action:
    return Action[action.upper()]


@strawberry.type(description="一个可做的步骤，界面据此画按钮")
class AvailableAction:
    """A step the viewer can take; carries a `models.kernel.workflow.Available`."""

    action: Action = computed(_action, description="步骤")
    label: str = column(description="按钮文字")
    ready: bool = column(description="现在能否做")
    reason: str | None = column(description="现在不能做的原因")
    findings: list[Finding] = strawberry.field(description="尚未满足的要求", default_factory=list)


def actions(available: Iterable[Available], findings: Iterable[rules.Finding] = ()) -> list[AvailableAction]:
    """Steps as the graph shows them; findings are those of steps that are not ready."""
    unmet = [finding for finding in findings if finding.blocks]
    made = []
    for one in available:
        made.append(action := present(AvailableAction, one))
        action.findings = [] if one.ready else [present(Finding, each) for each in unmet]
    return made
