"""Live feeds of registration: cases as they move, and the reviewers' queue."""

from collections.abc import AsyncIterator, Callable, Sequence
from functools import partial
from typing import Annotated

import strawberry
from tortoise.expressions import Q

from models.kernel.ids import key_of
from models.kernel.journal import Entry
from models.kernel.statements import picked
from models.kernel.viewer import Viewer
from models.registration import events
from models.registration.kinds import ClaimState
from models.registration.reads import queue_of
from models.registration.tables import Registration as RegistrationRow
from models.registration.tables import WorkItem as WorkItemRow
from schema.common.context import Info, viewer_of
from schema.common.frames import LiveFrame
from schema.common.live import Shows, Wanted, live_frames
from schema.common.scalars import Cursor
from schema.plans.declare import about
from schema.plans.filter import condition_of
from schema.registration.filters import WorkFilter
from schema.registration.presence import room_of
from schema.registration.types import Registration, WorkItem
from subscriptions.frames import Frame, Subject
from subscriptions.interest import Interest

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
    registration: Registration | None = about(description=READ_NOW)
    registration_id: strawberry.Private[int | None] = None


@strawberry.type(description="待办的一帧")
class WorkItemFrame(LiveFrame):
    work_item: WorkItem | None = about(description=READ_NOW)
    work_item_id: strawberry.Private[int | None] = None


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
        interest = Interest(((prefix, key), (WorkItemRow.prefix, None)), _of_cases(key))
        wanted = Wanted(interest, watched=room_of(viewer_of(info), key) if key else None)
        shows = Shows("registration", Registration, case_keys)
        async for frame in live_frames(info, after, RegistrationFrame, wanted, shows):
            yield frame

    @strawberry.subscription(description="待办增加、被领取、办结")
    async def work_queue_changed(
        self,
        info: Info,
        after: Annotated[Cursor | None, AFTER] = None,
        filter: Annotated[WorkFilter | None, strawberry.argument(description="范围")] = None,
    ) -> AsyncIterator[WorkItemFrame]:
        shows = Shows("work_item", WorkItem, partial(items_of, filter))
        async for frame in live_frames(info, after, WorkItemFrame, Wanted(OF_THE_QUEUE), shows):
            yield frame


def _of_cases(key: int | None) -> Callable[[Entry], bool]:
    """Entries about cases, or about one of them; a claim of its work item is about the case too."""

    def wanted(entry: Entry) -> bool:
        case = _case_of(entry)
        return case is not None and key in (None, case)

    return wanted


def _case_of(entry: Entry) -> int | None:
    if entry.subject == RegistrationRow.prefix:
        return entry.subject_id
    case = entry.facts.get("registration") if entry.name in events.CLAIMS else None
    return key_of(RegistrationRow.prefix, case) if case else None


async def case_keys(frames: Sequence[Frame], viewer: Viewer) -> list[int | None]:
    """Keys of the cases that the frames are about."""
    return [_case(frame) for frame in frames]


def _case(frame: Frame) -> int | None:
    """Of the entry, or, in a frame of presence, of the room."""
    if frame.entry:
        return _case_of(frame.entry)
    return frame.subject[1] if frame.subject else None


def _moves_work(entry: Entry) -> bool:
    return entry.subject == WorkItemRow.prefix or entry.name in CLOSING


OF_THE_QUEUE = Interest(((WorkItemRow.prefix, None), (RegistrationRow.prefix, None)), _moves_work)


async def items_of(chosen: WorkFilter | None, frames: Sequence[Frame], viewer: Viewer) -> list[int | None]:
    """Keys of the work items that the entries added, moved or took out, if the viewer's queue holds them and the
    filter asks for them.

    An entry that closes a case took out the item of that case which was done last.
    """
    subjects = [frame.subject for frame in frames if frame.subject]
    items = [key for prefix, key in subjects if prefix == WorkItemRow.prefix]
    cases = [key for prefix, key in subjects if prefix == RegistrationRow.prefix]
    seen = queue_of(viewer), condition_of(chosen, viewer)
    found: dict[Subject | None, int] = {}
    for item in await picked(WorkItemRow, *seen, among=("id", items)) if items else ():
        found[WorkItemRow.prefix, item.id] = item.id
    done = Q(state=ClaimState.DONE)
    for item in (
        await picked(WorkItemRow, *seen, done, among=("registration_id", cases), order=("id",))
        if cases
        else ()
    ):
        found[RegistrationRow.prefix, item.registration_id] = item.id
    return [found.get(frame.subject) for frame in frames]
