"""Interfaces: what has an id, what has a state and a history, what comes before reviewers."""

from datetime import datetime
from typing import TYPE_CHECKING, Annotated

import strawberry

from schema.common.findings import AvailableAction
from schema.plans.connection import Connection
from schema.plans.declare import column, global_id, history

if TYPE_CHECKING:
    from schema.common.events import Event
    from schema.registration import WorkItem


@strawberry.interface(description="有全局标识的对象")
class Node:
    """Has a global id. A type over rows with a prefix that is a Node is found by `node`."""

    id: strawberry.ID = global_id()


@strawberry.interface(description="事件所说的对象：有状态、有历史、有下一步")
class Subject(Node):
    """What events are about. A type declares `title`, `status` and `available_actions`; the rest is given."""

    title: str = strawberry.field(description="一行称呼，按查看者遮盖")
    status: str | None = strawberry.field(description="状态的词，混排的列表用它；无状态的对象为空")
    version: int = column(description="版本号，每一步加一")
    created_at: datetime = column(description="建立时间")
    updated_at: datetime = column(description="最近变化时间")
    available_actions: list[AvailableAction] = strawberry.field(description="查看者现在可以做的步骤")
    events: Connection[Annotated["Event", strawberry.lazy("schema.common.events")]] = history(
        description="历史，查看者可见的部分"
    )


@strawberry.interface(description="会进入审核人员待办的对象")
class Reviewable(Subject):
    """What comes before reviewers. A type declares `work_item` too."""

    work_item: Annotated["WorkItem", strawberry.lazy("schema.registration")] | None = strawberry.field(
        description="当前待办"
    )
