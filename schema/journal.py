"""What the graph says of the journal itself, and objects by their global id."""

from datetime import datetime
from typing import Annotated

import strawberry

from models.kernel.clock import now
from models.kernel.journal import START, Position
from models.kernel.sealing import GENESIS
from models.kernel.tables import JournalEpoch, SealedBlock
from schema.common.context import Info, signed_in, viewer_of
from schema.common.event_names import EventName
from schema.common.events import EventPage, event_page
from schema.common.interfaces import Node
from schema.common.scalars import Cursor
from schema.plans.declare import by_node_id, by_node_ids


@strawberry.type(description="日志封存摘要：公开后，日志再也不能悄悄改动")
class JournalHead:
    """The newest sealed block."""

    height: int = strawberry.field(description="块数")
    hash: str = strawberry.field(description="摘要")
    sealed_at: datetime = strawberry.field(description="封存时间")
    cursor: Cursor = strawberry.field(description="封到哪里")


async def journal_head(info: Info) -> JournalHead:
    """The last block; before the first one, the beginning of the journal."""
    block = await SealedBlock.all().order_by("-height").first()
    if block:
        last = Cursor(info.context.cursors.write(Position(block.last_tx, block.last_id)))
        return JournalHead(height=block.height, hash=block.hash, sealed_at=block.sealed_at, cursor=last)
    epoch = await JournalEpoch.all().order_by("epoch").first()
    began = epoch.started_at if epoch else now()
    return JournalHead(
        height=0, hash=GENESIS, sealed_at=began, cursor=Cursor(info.context.cursors.write(START))
    )


@strawberry.type
class Query:
    """Root fields about the journal itself, and objects by their global id."""

    node: Node | None = by_node_id()
    nodes: list[Node | None] = by_node_ids()
    journal_head: JournalHead = strawberry.field(resolver=journal_head, description="日志封存摘要")

    @strawberry.field(description="此后发生的、查看者可见的事，给不能保持连接的客户端")
    async def events(
        self,
        info: Info,
        first: Annotated[int, strawberry.argument(description="条数，1 至 100")],
        after: Annotated[Cursor | None, strawberry.argument(description="从这里之后")] = None,
        names: Annotated[list[EventName] | None, strawberry.argument(description="只要这些事件")] = None,
    ) -> EventPage:
        signed_in(viewer_of(info))
        return await event_page(info, after, first, names)
