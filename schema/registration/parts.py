"""Objects without rows of their own: clocks, demands, advice, what may be started."""

from datetime import datetime
from typing import TYPE_CHECKING, Annotated

import strawberry

from models.authorities.kinds import Profession
from models.registration.kinds import AttachmentKind, RegistrationKind
from schema.common.findings import Finding
from schema.plans.declare import column, many, one

if TYPE_CHECKING:
    from schema.authorities import Authority


@strawberry.type(description="期限：双方看到同一个钟")
class Deadline:
    """Carries a `models.registration.deadlines.Deadline`."""

    started_at: datetime = column(description="起算")
    due_at: datetime = column(description="到期")
    workdays: int = column(description="工作日数")
    workdays_left: int = column(description="剩余工作日")
    paused_since: datetime | None = column(description="从何时起暂停")
    pause_reason: str | None = column(description="为何暂停")
    overdue: bool = column(description="是否超期")
    extended: bool = column(description="是否延长过")


@strawberry.type(description="应交的一种附件")
class AttachmentDemand:
    """Carries a demand of the rulebook; `met` says whether it is there."""

    kind: AttachmentKind = column(description="种类")
    required: bool = column(description="是否必交")
    demand: str = column(description="具体要求，显示在上传处")
    law: str = column(description="依据")
    max_bytes: int = column(description="最大字节数")
    media_types: list[str] = column(description="接受的类型")
    min_pages: int | None = column(description="最少页数")
    met: bool = column(description="是否已交")


@strawberry.type(description="应选机构")
class AuthorityAdvice:
    """Carries a `models.registration.shown.AdviceShown`."""

    advised: Annotated["Authority", strawberry.lazy("schema.authorities")] | None = one(description="应选")
    rule: str = column(description="依第几条判断")
    reason: str = column(description="理由")
    choices: list[Annotated["Authority", strawberry.lazy("schema.authorities")]] = many(
        "choice_ids", description="可选"
    )


@strawberry.type(description="一种注册业务能否开始")
class StartableKind:
    """Carries a `models.registration.startable.Door`."""

    profession: Profession = column(description="执业资格")
    kind: RegistrationKind = column(description="注册种类")
    legal: bool = column(description="现在是否可办")
    findings: list[Finding] = column(description="为什么不可办，何时可办，或改办哪种")


@strawberry.type(description="谁在看")
class Presence:
    """Carries a `subscriptions.frames.Present`."""

    label: str = column(description="称呼")
    editing: bool = column(description="正在编辑")
    since: datetime = column(description="从何时起")
