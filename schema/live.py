"""Live feeds of the account: messages, and what happens to its sessions."""

from collections.abc import AsyncIterator, Sequence
from typing import Annotated

import strawberry

from models.kernel.journal import Entry
from models.kernel.viewer import Viewer
from models.people.tables import Session as SessionRow
from schema.common.context import Info
from schema.common.frames import LiveFrame
from schema.common.live import Shows, Wanted, live_frames
from schema.common.scalars import Cursor
from schema.notices import Notification
from schema.people import Session
from schema.plans.declare import about
from schema.registration.live import AFTER, READ_NOW
from subscriptions.frames import Frame
from subscriptions.interest import Interest
from subscriptions.interest import about as concerning


@strawberry.type(description="消息的一帧")
class NotificationFrame(LiveFrame):
    notification: Notification | None = about(description=READ_NOW)
    notification_id: strawberry.Private[int | None] = None


@strawberry.type(description="会话的一帧")
class SessionFrame(LiveFrame):
    session: Session | None = about(description=READ_NOW)
    session_id: strawberry.Private[int | None] = None


@strawberry.type
class Subscription:
    """What happens to the account."""

    @strawberry.subscription(description="新消息")
    async def notification_added(
        self, info: Info, after: Annotated[Cursor | None, AFTER] = None
    ) -> AsyncIterator[NotificationFrame]:
        shows = Shows("notification", Notification, entry_keys)
        async for frame in live_frames(info, after, NotificationFrame, Wanted(NOTIFYING), shows):
            yield frame

    @strawberry.subscription(description="会话已结束，或在别处登录；闲置提醒由页面按 idleAt 给出")
    async def session_changed(
        self, info: Info, after: Annotated[Cursor | None, AFTER] = None
    ) -> AsyncIterator[SessionFrame]:
        wanted, shows = Wanted(concerning(SessionRow.prefix)), Shows("session", Session)
        async for frame in live_frames(info, after, SessionFrame, wanted, shows):
            yield frame


def _notifies(entry: Entry) -> bool:
    return entry.notifies


NOTIFYING = Interest(wants=_notifies)


async def entry_keys(frames: Sequence[Frame], viewer: Viewer) -> list[int]:
    """A message is its entry."""
    return [frame.position.id for frame in frames]
