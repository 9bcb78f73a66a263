"""Clearing away what crashes and changed minds leave: temporary files, unused tickets, checks that died."""

import asyncio
import time
from datetime import timedelta
from pathlib import Path

from tortoise.expressions import Q

from models.files import findings, steps
from models.files.inspection import Inspection
from models.files.tables import FileState, StoredFile
from models.files.vault import vault
from models.kernel.clock import now
from models.kernel.errors import Refused
from models.kernel.sweeps import sweep
from models.kernel.viewer import SYSTEM_VIEWER

TEMPORARY_SECONDS = 3600.0
"""A temporary file untouched for so long belongs to a process that is gone."""
ABANDONED = timedelta(hours=1)
"""So long after the last change nothing will come any more: four times a ticket's life."""
AT_A_TIME = 200


@sweep("files", every=timedelta(minutes=10))
async def sweep_files() -> int:
    """Rows closed in this run. Safe beside running uploads and beside other processes that sweep."""
    await asyncio.to_thread(_sweep_temporary, vault().passing)
    before = now() - ABANDONED
    abandoned = await StoredFile.filter(
        Q(state__in=[FileState.EXPECTED, FileState.SCANNING], updated_at__lt=before)
    ).limit(AT_A_TIME)
    return sum([await _close(file) for file in abandoned])


def _sweep_temporary(folder: Path) -> None:
    old = time.time() - TEMPORARY_SECONDS
    for path in folder.iterdir():
        try:
            if path.stat().st_mtime < old:
                path.unlink()
        except FileNotFoundError:
            continue


async def _close(file: StoredFile) -> bool:
    key = file.storage_key
    reason = findings.never_came(file.name)
    try:
        await steps.refuse(SYSTEM_VIEWER, file=file, found=Inspection(), reasons=[reason])
    except Refused:
        return False
    if key:
        await vault().storage.delete(key)
    return True
