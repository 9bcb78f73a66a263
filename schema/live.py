"""Live feeds of the account: messages, and what happens to its sessions."""

from collections.abc import AsyncIterator
from typing import Annotated

import strawberry

from models.kernel.journal import Entry
from models.people.tables import Session as SessionRow
from schema.common.context import Info
from schema.common.frames import LiveFrame
from schema.common.live import Fields, Wanted, about, live_frames
from schema.common.scalars import Cursor
from schema.notices import Notification
from schema.people import Session
from schema.plans.objects import one
from schema.registration.live import AFTER, READ_NOW
from subscriptions.frames import Frame


@strawberry.type(description="消息的一帧")
class NotificationFrame(LiveFrame):
    notification: Notification | None = strawberry.field(default=None, description=READ_NOW)


@strawberry.type(description="会话的一帧")
class SessionFrame(LiveFrame):
    session: Session | None = strawberry.field(default=None, description=READ_NOW)


@strawberry.type
class Subscription:
    """What happens to the account."""

    @strawberry.subscription(description="新消息")
    async def notification_added(
        self, info: Info, after: Annotated[Cursor | None, AFTER] = None
    ) -> AsyncIterator[NotificationFrame]:
        async def load(frame: Frame) -> Fields | None:
            found = await one(Notification, frame.position.id, info.context)
            return {"notification": found} if found else None

        async for shown in live_frames(info, after, NotificationFrame, Wanted(_notifies), load):
            yield shown

    @strawberry.subscription(description="会话已结束，或在别处登录；闲置提醒由页面按 idleAt 给出")
    async def session_changed(
        self, info: Info, after: Annotated[Cursor | None, AFTER] = None
    ) -> AsyncIterator[SessionFrame]:
        async def load(frame: Frame) -> Fields | None:
            found = await one(Session, frame.subject[1], info.context) if frame.subject else None
            return {"session": found} if found else None

        async for shown in live_frames(info, after, SessionFrame, Wanted(about(SessionRow.prefix)), load):
            yield shown


def _notifies(entry: Entry) -> bool:
    return entry.notifies
