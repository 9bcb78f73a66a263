"""The journal's seal, for everybody."""

from datetime import datetime

import strawberry

from models.kernel.clock import now
from models.kernel.sealing import GENESIS
from models.kernel.tables import JournalEpoch, SealedBlock


@strawberry.type(description="日志封存摘要：公开后，日志再也不能悄悄改动")
class JournalHead:
    """The newest sealed block."""

    height: int = strawberry.field(description="块数")
    hash: str = strawberry.field(description="摘要")
    sealed_at: datetime = strawberry.field(description="封存时间")


async def journal_head() -> JournalHead:
    """The last block; before the first one, the beginning of the journal."""
    block = await SealedBlock.all().order_by("-height").first()
    if block:
        return JournalHead(height=block.height, hash=block.hash, sealed_at=block.sealed_at)
    epoch = await JournalEpoch.all().order_by("epoch").first()
    return JournalHead(height=0, hash=GENESIS, sealed_at=epoch.started_at if epoch else now())


@strawberry.type
class Query:
    """Root fields about the journal itself."""

    journal_head: JournalHead = strawberry.field(resolver=journal_head, description="日志封存摘要")
