"""Files the service makes itself: certificates, receipts, letters."""

import asyncio

from models.files import content
from models.files.documents import count_pages
from models.files.inspection import Inspection
from models.files.limits import PDF
from models.files.storage import new_key
from models.files.tables import FilePurpose, FileState, StoredFile
from models.files.vault import vault
from models.kernel.unit import Unit, unit_of_work
from models.kernel.viewer import SYSTEM_VIEWER


async def keep_document(name: str, media_type: str, data: bytes, subject: str, subject_id: int) -> StoredFile:
    """A file without owner, shown by an object: whoever may see the object may see it. Not inside a unit of work.

    `subject` is the object's prefix ("cer"), `subject_id` its row key.
    """
    begun = await begin_document(SYSTEM_VIEWER, name=name, subject=subject, subject_id=subject_id)
    with vault().temporary() as path:
        await asyncio.to_thread(path.write_bytes, data)
        pages = await vault().pool.run(count_pages, path) if media_type == PDF else None
        await vault().storage.put(str(begun.value.storage_key), path)
        measured = await content.measure(path)
    return await content.enter(SYSTEM_VIEWER, begun.value, measured, Inspection(media_type, pages))


@unit_of_work
async def begin_document(unit: Unit, *, name: str, subject: str, subject_id: int) -> StoredFile:
    """The row, before its content is stored: what a crash leaves behind has a row that names it."""
    return await StoredFile.create(
        purpose=FilePurpose.PROOF,
        state=FileState.SCANNING,
        name=name,
        storage_key=new_key(),
        subject=subject,
        subject_id=subject_id,
        refusals=[],
    )


async def forget_files(subject: str, subject_id: int) -> None:
    """All that an object shows: rows and content, for good. Not inside a unit of work."""
    for file in await StoredFile.filter(subject=subject, subject_id=subject_id):
        if file.storage_key:
            await vault().storage.delete(file.storage_key)
        await delete_row(SYSTEM_VIEWER, id=file.id)


@unit_of_work
async def delete_row(unit: Unit, *, id: int) -> None:
    """After its content: a crash between the two leaves a row that is deleted the next time."""
    await StoredFile.filter(id=id).delete()
