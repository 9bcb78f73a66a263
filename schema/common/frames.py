"""What subscriptions yield."""

import strawberry

from schema.common.enums import expose
from schema.common.events import Event
from schema.common.scalars import Cursor
from subscriptions.frames import FrameKind

expose(
    FrameKind,
    {
        FrameKind.EVENT: "发生了一件事",
        FrameKind.PROGRESS: "进度标记：没有新事，只带最新游标",
        FrameKind.PRESENCE: "谁在看变了；不进日志",
        FrameKind.RESYNC_REQUIRED: "游标过旧或换了纪元：请重新查询；之后流结束",
    },
)


@strawberry.interface(description="推送的一帧")
class LiveFrame:
    """One frame of a subscription; each subscription's type adds the object it is about."""

    cursor: Cursor = strawberry.field(description="收到此帧后应记住的游标")
    kind: FrameKind = strawberry.field(description="种类")
    event: Event | None = strawberry.field(description="事件，仅 EVENT 帧有", default=None)
