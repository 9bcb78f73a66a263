"""Live feeds of batches: those of an authority, and what is announced to everybody."""

from collections.abc import AsyncIterator, Callable
from typing import Annotated

import strawberry

from models.authorities.kinds import Profession
from models.kernel.ids import key_of
from models.kernel.journal import Entry
from models.registration.batches import events
from models.registration.batches.tables import Batch as BatchRow
from schema.batches.types import Batch
from schema.common.context import Info
from schema.common.frames import LiveFrame
from schema.common.live import Shows, Wanted, live_frames
from schema.common.scalars import Cursor
from schema.plans.declare import about
from schema.registration.live import AFTER, READ_NOW
from subscriptions.interest import Interest
from subscriptions.interest import about as entries_about

ANNOUNCING = {events.BatchAnnounced.name(), events.AnnouncementCompleted.name()}
SHOWS = Shows("batch", Batch)


@strawberry.type(description="批次的一帧")
class BatchFrame(LiveFrame):
    batch: Batch | None = about(description=READ_NOW)
    batch_id: strawberry.Private[int | None] = None


@strawberry.type
class Subscription:
    """What happens to batches."""

    @strawberry.subscription(description="批次收件、截止、进度")
    async def batch_changed(
        self,
        info: Info,
        after: Annotated[Cursor | None, AFTER] = None,
        id: Annotated[strawberry.ID | None, strawberry.argument(description="只看这一批")] = None,
    ) -> AsyncIterator[BatchFrame]:
        wanted = Wanted(entries_about(BatchRow.prefix, key_of(BatchRow.prefix, id) if id else None))
        async for frame in live_frames(info, after, BatchFrame, wanted, SHOWS):
            yield frame

    @strawberry.subscription(description="新的一批注册公告")
    async def announcement_published(
        self,
        info: Info,
        after: Annotated[Cursor | None, AFTER] = None,
        profession: Annotated[Profession | None, strawberry.argument(description="执业资格")] = None,
    ) -> AsyncIterator[BatchFrame]:
        wanted = Wanted(Interest(((BatchRow.prefix, None),), _announces(profession)))
        async for frame in live_frames(info, after, BatchFrame, wanted, SHOWS):
            yield frame


def _announces(profession: Profession | None) -> Callable[[Entry], bool]:
    def wanted(entry: Entry) -> bool:
        return entry.name in ANNOUNCING and profession in (None, entry.audience.profession)

    return wanted
