"""The workload of an authority, as its head sees it."""

from typing import TYPE_CHECKING, Annotated

import strawberry

from models.registration.kinds import StageKind
from models.registration.workload import workload
from schema.common.context import Info, viewer_of
from schema.plans.binding import present
from schema.plans.declare import column, one

if TYPE_CHECKING:
    from schema.authorities import Reviewer


@strawberry.type(description="一个环节、一位审核人员的工作量；没有人员的一行是待领取")
class Workload:
    """Carries a `models.registration.workload.Load`."""

    reviewer: Annotated["Reviewer", strawberry.lazy("schema.authorities")] | None = one(
        description="审核人员"
    )
    stage: StageKind = column(description="环节")
    open: int = column(description="在办或待领取")
    overdue: int = column(description="其中已超期")
    done: int = column(description="近 30 天办结")


@strawberry.type
class WorkloadQuery:
    """Counted now."""

    @strawberry.field(description="工作量：负责人看全机构的，其他人看自己的和待领取的")
    async def workload(self, info: Info) -> list[Workload]:
        return [present(Workload, each) for each in await workload(viewer_of(info))]
