"""Pictures of files, made when first asked for and kept beside the content."""

from models.files.rendering import PAGE_PIXELS, PREVIEW_PIXELS, render_page
from models.files.tables import StoredFile
from models.files.vault import vault


async def preview_key(file: StoredFile) -> str:
    """Storage key of a small JPEG of the file's first page. :raises Overrun: it could not be made."""
    return await _picture(file, 1, PREVIEW_PIXELS, "preview")


async def page_key(file: StoredFile, page: int) -> str:
    """Storage key of a JPEG of page `page`, from 1. :raises Overrun: it could not be made."""
    return await _picture(file, page, PAGE_PIXELS, f"page-{page}")


async def _picture(file: StoredFile, page: int, longest_side: int, label: str) -> str:
    storage, key = vault().storage, f"{file.storage_key}.{label}"
    if await storage.size(key) is None:
        with vault().temporary() as content, vault().temporary() as picture:
            await storage.fetch(str(file.storage_key), content)
            await vault().pool.run(render_page, content, str(file.media_type), page, longest_side, picture)
            await storage.put(key, picture)
    return key
