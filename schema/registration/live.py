"""Live feeds of registration: cases as they move, and the reviewers' queue."""

from collections.abc import AsyncIterator
from typing import Annotated

import strawberry
from tortoise.expressions import Q

from models.kernel.ids import key_of
from models.kernel.journal import Entry
from models.kernel.viewer import Viewer
from models.registration import events
from models.registration.kinds import ClaimState
from models.registration.tables import Registration as RegistrationRow
from models.registration.tables import WorkItem as WorkItemRow
from schema.common.context import Info, viewer_of
from schema.common.frames import LiveFrame
from schema.common.live import Fields, Wanted, about, live_frames
from schema.common.scalars import Cursor
from schema.plans.filter import condition_of
from schema.plans.objects import one
from schema.registration.filters import WorkFilter
from schema.registration.presence import room_of
from schema.registration.types import Registration, WorkItem
from subscriptions.frames import Frame

AFTER = strawberry.argument(description="从此日志游标之后；为空则从现在起")
READ_NOW = "按查看者现在的权限读出；只有 EVENT 与 PRESENCE 帧有"
CLOSING = {
    event.name()
    for event in (
        events.StagePassed, events.RegistrationGranted, events.RegistrationReturned, events.RegistrationRefused,
        events.RegistrationNotAccepted, events.RegistrationWithdrawn, events.RegistrationLapsed,
        events.RegistrationCompleted,
    )
}  # fmt: skip
"""Events of a case that take its work item out of every queue."""


@strawberry.type(description="注册申请的一帧")
class RegistrationFrame(LiveFrame):
    registration: Registration | None = strawberry.field(default=None, description=READ_NOW)


@strawberry.type(description="待办的一帧")
class WorkItemFrame(LiveFrame):
    work_item: WorkItem | None = strawberry.field(default=None, description=READ_NOW)


@strawberry.type
class Subscription:
    """What happens to cases."""

    @strawberry.subscription(description="注册申请有变化")
    async def registration_changed(
        self,
        info: Info,
        after: Annotated[Cursor | None, AFTER] = None,
        id: Annotated[
            strawberry.ID | None, strawberry.argument(description="只看这一件；为空则查看者可见的全部")
        ] = None,
    ) -> AsyncIterator[RegistrationFrame]:
        prefix = RegistrationRow.prefix
        key = key_of(prefix, id) if id else None
        wanted = Wanted(about(prefix, key), watched=room_of(viewer_of(info), key) if key else None)

        async def load(frame: Frame) -> Fields | None:
            found = await one(Registration, frame.subject[1], info.context) if frame.subject else None
            return {"registration": found} if found else None

        async for shown in live_frames(info, after, RegistrationFrame, wanted, load):
            yield shown

    @strawberry.subscription(description="待办增加、被领取、办结")
    async def work_queue_changed(
        self,
        info: Info,
        after: Annotated[Cursor | None, AFTER] = None,
        filter: Annotated[WorkFilter | None, strawberry.argument(description="范围")] = None,
    ) -> AsyncIterator[WorkItemFrame]:
        async def load(frame: Frame) -> Fields | None:
            key = await _item(frame, viewer_of(info), filter)
            found = await one(WorkItem, key, info.context)
            return {"work_item": found} if found else None

        async for shown in live_frames(info, after, WorkItemFrame, Wanted(_of_the_queue), load):
            yield shown


def _of_the_queue(entry: Entry) -> bool:
    return entry.subject == WorkItemRow.prefix or (
        entry.subject == RegistrationRow.prefix and entry.name in CLOSING
    )


async def _item(frame: Frame, viewer: Viewer, chosen: WorkFilter | None) -> int | None:
    """Key of the work item that the entry added, moved or took out, if the filter asks for it."""
    if frame.subject is None:
        return None
    prefix, key = frame.subject
    closed = Q(registration_id=key, state=ClaimState.DONE)
    which = Q(id=key) if prefix == WorkItemRow.prefix else closed
    item = await WorkItemRow.filter(which, condition_of(chosen, viewer)).order_by("-id").first()
    return item.id if item else None
