"""Live feeds: how far one's imports and exports are."""

from collections.abc import AsyncIterator
from typing import Annotated

import strawberry

from models.kernel.ids import key_of
from models.transfers.tables import Export as ExportRow
from models.transfers.tables import Import as ImportTable
from schema.common.context import Info
from schema.common.frames import LiveFrame
from schema.common.live import Shows, Wanted, live_frames
from schema.common.scalars import Cursor
from schema.plans.declare import about
from schema.registration.live import AFTER, READ_NOW
from schema.transfers.types import Export, Import
from subscriptions.interest import about as entries_about

ONLY = "只看这一件；为空则本人的全部"


@strawberry.type(description="导入的一帧")
class ImportFrame(LiveFrame):
    job: Import | None = about(description=READ_NOW)
    job_id: strawberry.Private[int | None] = None


@strawberry.type(description="导出的一帧")
class ExportFrame(LiveFrame):
    job: Export | None = about(description=READ_NOW)
    job_id: strawberry.Private[int | None] = None


@strawberry.type
class Subscription:
    """What happens to one's own imports and exports."""

    @strawberry.subscription(description="导入的进度")
    async def import_changed(
        self,
        info: Info,
        after: Annotated[Cursor | None, AFTER] = None,
        id: Annotated[strawberry.ID | None, strawberry.argument(description=ONLY)] = None,
    ) -> AsyncIterator[ImportFrame]:
        prefix = ImportTable.prefix
        wanted = Wanted(entries_about(prefix, key_of(prefix, id) if id else None))
        async for frame in live_frames(info, after, ImportFrame, wanted, Shows("job", Import)):
            yield frame

    @strawberry.subscription(description="导出的进度")
    async def export_changed(
        self,
        info: Info,
        after: Annotated[Cursor | None, AFTER] = None,
        id: Annotated[strawberry.ID | None, strawberry.argument(description=ONLY)] = None,
    ) -> AsyncIterator[ExportFrame]:
        prefix = ExportRow.prefix
        wanted = Wanted(entries_about(prefix, key_of(prefix, id) if id else None))
        async for frame in live_frames(info, after, ExportFrame, wanted, Shows("job", Export)):
            yield frame
