"""Content on its way into storage: measured, and entered in its row once."""

import asyncio
import hashlib
from pathlib import Path

from models.files import steps
from models.files.inspection import Inspection
from models.files.tables import StoredFile
from models.kernel.errors import Refused, StaleVersion
from models.kernel.viewer import Viewer


async def enter(viewer: Viewer, file: StoredFile, content: steps.Content, found: Inspection) -> StoredFile:
    """The row as usable; the same row where another try with the same key and content was faster."""
    try:
        return (await steps.accept(viewer, file=file, content=content, found=found)).value
    except Refused as refused:
        if not any(isinstance(error, StaleVersion) for error in refused.errors):
            raise
        return await StoredFile.get(id=file.id)


async def measure(path: Path) -> steps.Content:
    """Length and digest of a local file."""
    return await asyncio.to_thread(_measure, path)


def _measure(path: Path) -> steps.Content:
    with path.open("rb") as file:
        digest = hashlib.file_digest(file, "sha256")
        return steps.Content(file.tell(), digest.hexdigest())
