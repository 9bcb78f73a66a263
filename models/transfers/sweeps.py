"""The clock's work: what nobody confirmed is discarded, what has ended gives back its file, old exports are deleted."""

from datetime import timedelta

from models.files.keeping import forget_files
from models.kernel.clock import now
from models.kernel.errors import Refused
from models.kernel.sweeps import sweep
from models.kernel.viewer import SYSTEM_VIEWER
from models.transfers.kinds import ExportState, ImportState
from models.transfers.steps.exporting import expire_export
from models.transfers.steps.importing import clear_previews, forget_import
from models.transfers.tables import Export, Import

UNCONFIRMED = timedelta(days=7)
"""So long an import waits for whoever uploaded it."""
PREVIEWED = timedelta(days=30)
"""So long the masked rows of an import that has ended can be looked at."""
AT_ONCE = 50
ENDED = (ImportState.APPLIED, ImportState.FAILED, ImportState.DISCARDED)


@sweep("old_transfers", timedelta(minutes=1))
async def sweep_transfers() -> int:
    """Give how many imports and exports were cleared in some way."""
    return await _unconfirmed() + await _files_of_ended() + await _previews() + await _exports()


async def _unconfirmed() -> int:
    old = Import.filter(state=ImportState.CHECKED, updated_at__lt=now() - UNCONFIRMED).limit(AT_ONCE)
    return sum([await _forgotten(row.id) for row in await old])


async def _forgotten(id: int) -> bool:
    try:
        await forget_import(SYSTEM_VIEWER, id=id)
    except Refused:
        return False
    return True


async def _files_of_ended() -> int:
    """The uploaded file itself holds numbers in full: it goes as soon as the import has ended."""
    found = await Import.filter(state__in=ENDED, file_id__isnull=False).limit(AT_ONCE)
    for row in found:
        await forget_files(Import.prefix, row.id)
    return len(found)


async def _previews() -> int:
    ended = Import.filter(state__in=ENDED, ended_at__lt=now() - PREVIEWED, looked_at__gt=0).limit(AT_ONCE)
    found = [row.id for row in await ended]
    if found:
        await clear_previews(SYSTEM_VIEWER, ids=found)
    return len(found)


async def _exports() -> int:
    old = await Export.filter(state=ExportState.READY, expires_at__lt=now()).limit(AT_ONCE)
    for row in old:
        await expire_export(SYSTEM_VIEWER, id=row.id)
    gone = await Export.filter(state=ExportState.EXPIRED, file_id__isnull=False).limit(AT_ONCE)
    for row in gone:
        await forget_files(Export.prefix, row.id)
    return len(old) + len(gone)
