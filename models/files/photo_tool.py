"""The photo tool as a person uses it: the original stays, the cut photo is a new file (D-1, S4-12)."""

from pathlib import PurePath

from models.files import content, findings, steps
from models.files.inspection import Inspection
from models.files.limits import LIMITS, PICTURES
from models.files.photo import Cut, cut_photo, faults
from models.files.pool import Overrun
from models.files.reads import owned_by
from models.files.storage import new_key
from models.files.tables import FilePurpose, FileState, StoredFile
from models.files.vault import vault
from models.kernel.errors import FileRefused, InvalidField, NotFound, Refused
from models.kernel.unit import Done, Unit, unit_of_work
from models.kernel.viewer import Viewer


async def crop_photo(viewer: Viewer, *, original: int, cut: Cut, key: str | None = None) -> Done[StoredFile]:
    """A new photo of 295 x 413 pixels, of the same account. Same idempotency key: same photo.

    :raises NotFound: the original is not this account's.
    :raises Refused: the cut does not fit the picture, or the original is no usable picture.
    """
    begun = await begin_cut.once(key)(viewer, original=original, cut=cut)
    if begun.value.state is not FileState.SCANNING:
        return begun
    photo = await _cut(viewer, await StoredFile.get(id=original), cut, begun.value)
    return Done(photo, begun.cursor, begun.replayed)


@unit_of_work
async def begin_cut(unit: Unit, *, original: int, cut: Cut) -> StoredFile:
    """The new photo's row, before there is a photo: a repeat after a crash finds it and goes on."""
    source = await StoredFile.filter(owned_by(unit.viewer), id=original).first()
    if source is None:
        raise NotFound
    if source.state is not FileState.CLEAN or source.media_type not in PICTURES:
        raise Refused(InvalidField(path=("input", "fileId"), message=f"“{source.name}”不是可用的图片"))
    wrong = faults(cut, source.width or 0, source.height or 0)
    if wrong:
        raise Refused(*wrong)
    return await StoredFile.create(
        owner_id=unit.viewer.account_id,
        purpose=FilePurpose.PHOTO,
        state=FileState.SCANNING,
        name=f"{PurePath(source.name).stem[:140]}-295x413.jpg",
        storage_key=new_key(),
        refusals=[],
    )


async def _cut(viewer: Viewer, source: StoredFile, cut: Cut, photo: StoredFile) -> StoredFile:
    storage, limit = vault().storage, LIMITS[FilePurpose.PHOTO]
    with vault().temporary() as fetched, vault().temporary() as made:
        await storage.fetch(str(source.storage_key), fetched)
        try:
            found = await vault().pool.run(cut_photo, fetched, str(source.media_type), cut, made)
        except Overrun:
            reason = findings.too_complex(source.name, limit)
            await steps.refuse(viewer, file=photo, found=Inspection(), reasons=[reason])
            raise Refused(FileRefused(path=("input", "fileId"), message=reason.message)) from None
        await storage.put(str(photo.storage_key), made)
        return await content.enter(viewer, photo, await content.measure(made), found)
