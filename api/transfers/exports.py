"""Makes the lists that were asked for: as whoever asked may see them at this moment, kept as a file."""

import asyncio
import csv
import io
from collections.abc import Sequence

import structlog

from models.files.keeping import keep_document
from models.files.limits import CSV, XLSX
from models.kernel.clock import today
from models.kernel.errors import Fault, Refused
from models.kernel.viewer import SYSTEM_VIEWER, Viewer
from models.people.sessions import viewer_of_account
from models.people.tables import Account
from models.registration.batches.cover import HEADING, cells_of, cover_of
from models.transfers.cells import escaped
from models.transfers.kinds import EXPORT_WORDS, ExportFormat, ExportKind, ExportState
from models.transfers.lists import LISTINGS, MOST_ROWS, Row, rows_of
from models.transfers.steps.exporting import fail_export, finish_export
from models.transfers.tables import Export
from printing.sheets import sheet
from schema.transfers.criteria import condition

TOO_MANY = f"清单超过 {MOST_ROWS} 行，请缩小筛选范围"
log = structlog.get_logger("exports")


async def make_exports() -> int:
    """Make everything that waits; gives how many were made or failed. Made twice by two processes, one file stays."""
    waiting = await Export.filter(state=ExportState.QUEUED).order_by("id")
    for row in waiting:
        try:
            await _make(row)
        except Refused as refused:
            log.info("export was made elsewhere", export=row.id, reason=str(refused))
    return len(waiting)


async def _make(row: Export) -> None:
    viewer = await viewer_of_account(await Account.get(id=row.account_id))
    try:
        headings, rows = await _list(row, viewer)
    except Fault as fault:
        await fail_export(SYSTEM_VIEWER, id=row.id, reason=fault.message)
        return
    if len(rows) > MOST_ROWS:
        await fail_export(SYSTEM_VIEWER, id=row.id, reason=TOO_MANY)
        return
    name = f"{EXPORT_WORDS[row.kind]}-{today():%Y%m%d}"
    if row.format is ExportFormat.XLSX:
        content, media, ending = await asyncio.to_thread(sheet, name, headings, rows), XLSX, "xlsx"
    else:
        content, media, ending = await asyncio.to_thread(csv_of, headings, rows), CSV, "csv"
    file = await keep_document(f"{name}.{ending}", media, content, Export.prefix, row.id)
    await finish_export(SYSTEM_VIEWER, id=row.id, file=file, rows=len(rows))


async def _list(row: Export, viewer: Viewer) -> tuple[Sequence[str], list[Row]]:
    """:raises Fault: the batch is not there for this viewer."""
    if row.kind is ExportKind.BATCH:
        cover = await cover_of(viewer, int(row.criteria["batch"]))
        return HEADING, [cells_of(one) for one in cover.rows]
    listing, wanted = LISTINGS[row.kind], condition(row.kind, row.criteria, viewer)
    return listing.headings, [cells async for cells in rows_of(listing, viewer, wanted)]


def csv_of(headings: Sequence[str], rows: Sequence[Row]) -> bytes:
    """UTF-8 with the mark by which spreadsheet programs know it. No cell is ever a formula."""
    out = io.StringIO(newline="")
    writer = csv.writer(out)
    for cells in (headings, *rows):
        writer.writerow([escaped(cell) if isinstance(cell, str) else cell for cell in cells])
    return out.getvalue().encode("utf-8-sig")
