"""The inbox in the graph: journal entries that were told to the viewer."""

from enum import StrEnum
from typing import Annotated

import strawberry
from tortoise.expressions import Q

from models.kernel.events import EVENTS, sentence
from models.kernel.ids import key_of
from models.kernel.journal import Position
from models.kernel.tables import JournalRow
from models.kernel.unit import Done
from models.kernel.viewer import Viewer
from models.notices import reads
from models.notices.links import link_to
from models.notices.steps import read_notifications
from schema.common.context import Info, viewer_of
from schema.common.enums import expose
from schema.common.events import Event
from schema.common.interfaces import Node
from schema.common.mutations import INPUT, Payload, payload, run
from schema.common.scalars import Cursor
from schema.plans.binding import rows
from schema.plans.connection import Connection
from schema.plans.declare import computed, connection, global_id, loaded, part, where

PREFIX = "ntf"


class NotificationState(StrEnum):
    """历史消息的状态"""

    UNREAD = "UNREAD"
    READ = "READ"


expose(NotificationState, {NotificationState.UNREAD: "未读", NotificationState.READ: "已读"})


async def states(viewer: Viewer, rows: list[JournalRow]) -> list[NotificationState]:
    read = await reads.are_read(viewer, rows)
    return [NotificationState.READ if one else NotificationState.UNREAD for one in read]


def is_urgent(name: str) -> bool:
    return name in EVENTS and EVENTS[name].urgent


@rows(JournalRow, visible=reads.visible_to, prefix=PREFIX, description="消息：由日志写成")
class Notification(Node):
    id: strawberry.ID = global_id()
    state: NotificationState = loaded(states, description="状态")
    event: Event = part(description="事件")
    text: str = computed(sentence, description="内容")
    link: str = computed(link_to, description="去哪里办")
    urgent: bool = computed(is_urgent, description="是否急")


def only_unread(value: bool, viewer: Viewer) -> Q:
    return reads.unread(viewer) if value else reads.read_by(viewer)


@strawberry.input(description="消息筛选")
class NotificationFilter:
    unread: bool | None = where(only_unread, description="未读")


@strawberry.input(description="标为已读：输入")
class ReadNotificationsInput:
    ids: list[strawberry.ID] | None = strawberry.field(
        default=strawberry.UNSET, description="消息；为空则到游标为止的全部"
    )
    up_to: Cursor | None = strawberry.field(default=strawberry.UNSET, description="到此为止")


@payload("标为已读：结果")
class ReadNotificationsPayload(Payload):
    unread_count: int | None = strawberry.field(default=None, description="未读消息数")


@strawberry.type
class Query:
    """Root field of the inbox."""

    notifications: Connection[Notification] = connection(
        filter=NotificationFilter, order=("-tx", "-id"), description="历史消息"
    )


@strawberry.type
class Mutation:
    """Read marks."""

    @strawberry.mutation(description="标为已读")
    async def read_notifications(
        self, info: Info, input: Annotated[ReadNotificationsInput, INPUT]
    ) -> ReadNotificationsPayload:
        ids = [key_of(PREFIX, one) for one in input.ids] if input.ids else None
        up_to = info.context.cursors.read(input.up_to) if input.up_to else None
        viewer = viewer_of(info)
        return await run(info, ReadNotificationsPayload, _left(viewer, ids, up_to), unread_count=int)


async def _left(viewer: Viewer, ids: list[int] | None, up_to: Position | None) -> Done[int]:
    """What was read, and how many messages are left unread."""
    done = await read_notifications(viewer, ids=ids, up_to=up_to)
    return Done(await reads.unread_count(viewer), done.cursor)
