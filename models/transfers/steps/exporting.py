"""Exports: asked for by people, made by the program, deleted by the clock."""

from datetime import timedelta
from typing import Any

from models.files.tables import StoredFile
from models.kernel.clock import CHINA
from models.kernel.errors import Forbidden, LimitReached, Refused, Unauthenticated
from models.kernel.rows import for_change
from models.kernel.unit import Unit, unit_of_work
from models.transfers.events import ExportExpired, ExportFailed, ExportReady, ExportStarted
from models.transfers.kinds import EXPORT_WORDS, ExportFormat, ExportKind, ExportState
from models.transfers.reads import visible_to
from models.transfers.rights import EXPORTERS
from models.transfers.tables import Export
from models.transfers.workflow import EXPORT, TransferRelation

KEPT = timedelta(days=7)
MOST_QUEUED = 5
LONGEST_REASON = 500
SO = {TransferRelation.CLOCK}


@unit_of_work
async def start_export(
    unit: Unit, *, kind: ExportKind, format: ExportFormat, criteria: dict[str, Any]
) -> Export:
    """A list as a file, made behind. `criteria`: its filter, as plain data.

    :raises Refused: too many of this account's wait already.
    """
    if not unit.viewer.signed_in:
        raise Unauthenticated
    if unit.viewer.kind not in EXPORTERS[kind]:
        raise Forbidden("您不能导出这种清单")
    waiting = await Export.filter(account_id=unit.viewer.account_id, state=ExportState.QUEUED).count()
    if waiting >= MOST_QUEUED:
        raise Refused(LimitReached(limit=MOST_QUEUED, message=f"有 {waiting} 个导出正在排队，请等它们完成"))
    row = Export(kind=kind, format=format, account_id=unit.viewer.account_id, criteria=criteria)
    EXPORT.enter(row, EXPORT.moves_of("start_export")[0])
    await row.save(force_create=True)
    unit.record(ExportStarted(EXPORT_WORDS[kind]), row)
    return row


@unit_of_work
async def finish_export(unit: Unit, *, id: int, file: StoredFile, rows: int) -> Export:
    """The file is there, for some days."""
    row = await for_change(Export, visible_to(unit.viewer), id)
    EXPORT.enter(row, await EXPORT.require(row, "~ready", SO))
    row.file_id, row.row_count, row.expires_at = file.id, rows, unit.now + KEPT
    await row.store("state", "file_id", "row_count", "expires_at")
    until = f"{row.expires_at.astimezone(CHINA):%Y-%m-%d %H:%M}"
    unit.record(ExportReady(EXPORT_WORDS[row.kind], rows, until), row)
    return row


@unit_of_work
async def fail_export(unit: Unit, *, id: int, reason: str) -> Export:
    row = await for_change(Export, visible_to(unit.viewer), id)
    EXPORT.enter(row, await EXPORT.require(row, "~fail", SO))
    row.reason = reason[:LONGEST_REASON]
    await row.store("state", "reason")
    unit.record(ExportFailed(EXPORT_WORDS[row.kind], row.reason), row)
    return row


@unit_of_work
async def expire_export(unit: Unit, *, id: int) -> Export:
    """Its days are over; the file is deleted behind."""
    row = await for_change(Export, visible_to(unit.viewer), id)
    EXPORT.enter(row, await EXPORT.require(row, "~expire", SO))
    await row.store("state")
    unit.record(ExportExpired(), row)
    return row
