"""Who is asking: account, messages that wait, work of today, and what may be started."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Annotated, Any

import strawberry

from models.kernel.viewer import Viewer as Asking
from models.notices.hints import hints
from models.notices.reads import unread_count
from models.people.profile import missing
from schema.agencies.types import Employer
from schema.authorities.types import Reviewer
from schema.common.actions import Action
from schema.common.context import Info, viewer_of
from schema.common.findings import Finding
from schema.people.accounts import Account
from schema.people.persons import Person
from schema.plans.binding import present
from schema.plans.declare import column, one

if TYPE_CHECKING:
    from schema.registration import StartableKind


@strawberry.type(description="一类待办的数目")
class TodoCount:
    """Any object with `action`, `label` and `count` will do."""

    action: Action = column(description="待做的步骤")
    label: str = column(description="名称")
    count: int = column(description="数目")


@strawberry.type(description="一条提示：按办理状态，办完即消失")
class Hint:
    """Carries a `models.notices.hints.Hint`."""

    code: str = column(description="提示的代码，稳定不变")
    text: str = column(description="用语")
    link: str = column(description="去哪里办")
    urgent: bool = column(description="是否等您办")


async def _nothing(viewer: Asking) -> list[Any]:
    return []


@dataclass
class ViewerParts:
    """What other areas tell a viewer; each area puts its function here when its schema module is imported."""

    todo: Callable[[Asking], Awaitable[list[Any]]] = _nothing
    """Objects with `action`, `label`, `count`."""
    startable: Callable[[Asking], Awaitable[list[Any]]] = _nothing
    """Objects of the type StartableKind."""


PARTS = ViewerParts()


@strawberry.type(description="正在查看的人；未登录时各项为空")
class Viewer:
    """Carries a `models.kernel.viewer.Viewer`."""

    account: Account | None = one(description="账号")
    person: Person | None = one(description="个人")
    employer: Employer | None = one(description="机构或企业")
    reviewer: Reviewer | None = one(description="审核人员")

    @strawberry.field(description="未读消息数")
    async def unread_count(self, info: Info) -> int:
        return await unread_count(viewer_of(info))

    @strawberry.field(description="今日待办，按种类计数")
    async def todo(self, info: Info) -> list[TodoCount]:
        return [present(TodoCount, count) for count in await PARTS.todo(viewer_of(info))]

    @strawberry.field(description="现在可以开始哪些注册业务，及原因")
    async def startable(
        self, info: Info
    ) -> list[Annotated["StartableKind", strawberry.lazy("schema.registration")]]:
        return await PARTS.startable(viewer_of(info))

    @strawberry.field(description="个人公告信息：按注册记录的状态给出的提示与提醒")
    async def hints(self, info: Info) -> list[Hint]:
        return [present(Hint, hint) for hint in await hints(viewer_of(info))]

    @strawberry.field(description="需要补全的信息")
    async def missing_profile(self, info: Info) -> list[Finding]:
        return [present(Finding, finding) for finding in await missing(viewer_of(info))]


def viewer(info: Info) -> Viewer:
    return present(Viewer, viewer_of(info))
