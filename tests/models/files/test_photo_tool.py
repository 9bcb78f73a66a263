"""The photo tool: what comes out is the photo the rules ask for, without the camera's notes."""

import asyncio
from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image

from models.files import reception, steps
from models.files.derived import page_key, preview_key
from models.files.keeping import keep_document
from models.files.limits import JPEG, KIB
from models.files.photo import Cut
from models.files.photo_tool import crop_photo
from models.files.storage import FolderStorage
from models.files.tables import FilePurpose, FileState, StoredFile
from models.files.tickets import ticket_of
from models.files.vault import Vault
from models.kernel.errors import InvalidField, KeyReused, NotFound, Refused
from models.kernel.viewer import PUBLIC_VIEWER
from tests.models.files import material
from tests.models.files.conftest import OUTSIDER, OWNER
from tests.models.files.sending import body_of


async def _uploaded(data: bytes, purpose: FilePurpose = FilePurpose.PHOTO) -> StoredFile:
    file = (await steps.request_upload(OWNER, purpose=purpose, name="我的照片.jpg", bytes=len(data))).value
    return await reception.receive(OWNER, ticket_of(file), body_of(data), None)


def _picture(room: Vault, key: str | None) -> Image.Image:
    assert isinstance(room.storage, FolderStorage)
    return Image.open(BytesIO((room.storage.root / str(key)).read_bytes()))


@pytest.mark.requirement("S0-12", "D-1")
async def test_a_wrong_photo_is_cut_into_a_right_one_and_stays_itself(database: str, room: Vault) -> None:
    original = await _uploaded(material.phone_photo())
    photo = (await crop_photo(OWNER, original=original.id, cut=Cut(10, 20, 500, 700), key="k")).value
    assert (photo.state, photo.media_type, photo.width, photo.height) == (FileState.CLEAN, JPEG, 295, 413)
    assert photo.plain_background
    assert photo.id != original.id
    assert photo.owner_id == OWNER.account_id
    picture = _picture(room, photo.storage_key)
    assert (picture.size, picture.format) == ((295, 413), "JPEG")
    assert not picture.getexif()
    assert (await StoredFile.get(id=original.id)).storage_key == original.storage_key


@pytest.mark.requirement("S0-13")
async def test_no_picture_is_too_restless_for_300_kilobytes(sqlite: str, room: Vault) -> None:
    original = await _uploaded(material.noise(590, 826))
    photo = (await crop_photo(OWNER, original=original.id, cut=Cut(0, 0, 590, 826))).value
    assert 0 < (photo.bytes or 0) <= 300 * KIB
    assert photo.bytes == len((Path(room.storage.root) / str(photo.storage_key)).read_bytes())  # type: ignore[attr-defined]
    assert photo.plain_background is False


async def test_turns_are_clockwise_and_the_box_counts_after_them(sqlite: str, room: Vault) -> None:
    lying = Image.new("RGB", (826, 590), "white")
    lying.paste("red", (0, 0, 300, 590))
    data = BytesIO()
    lying.save(data, "PNG")
    original = await _uploaded(data.getvalue())
    for turn, red_at_top in ((90, True), (270, False)):
        photo = (await crop_photo(OWNER, original=original.id, cut=Cut(0, 0, 590, 826, turn))).value
        picture = _picture(room, photo.storage_key)
        ends = [picture.getpixel((147, 5)), picture.getpixel((147, 407))]
        red = [isinstance(p, tuple) and p[0] > 200 and p[1] < 60 for p in ends]
        assert red == [red_at_top, not red_at_top]


@pytest.mark.parametrize(
    ("cut", "field"),
    [
        (Cut(-1, 0, 295, 413), "left"),
        (Cut(400, 0, 295, 413), "left"),
        (Cut(0, 500, 295, 413), "top"),
        (Cut(0, 0, 400, 413), "height"),
        (Cut(0, 0, 100, 140), "width"),
        (Cut(0, 0, 0, 0), "width"),
        (Cut(0, 0, 295, 413, 45), "turn"),
        (Cut(2**40, 0, 295, 413), "left"),
    ],
)
async def test_cuts_that_do_not_fit_are_named(sqlite: str, room: Vault, cut: Cut, field: str) -> None:
    original = await _uploaded(material.jpeg(600, 840))
    with pytest.raises(Refused) as refused:
        await crop_photo(OWNER, original=original.id, cut=cut)
    error = refused.value.errors[0]
    assert isinstance(error, InvalidField)
    assert error.path == ("input", field)
    assert error.received is not None
    assert error.wanted is not None
    assert await StoredFile.all().count() == 1


async def test_only_the_owner_cuts_and_only_pictures(sqlite: str, room: Vault) -> None:
    original = await _uploaded(material.jpeg())
    for viewer in (OUTSIDER, PUBLIC_VIEWER):
        with pytest.raises(NotFound):
            await crop_photo(viewer, original=original.id, cut=Cut(0, 0, 295, 413))
    document = await _uploaded(material.pdf(), FilePurpose.LICENCE)
    with pytest.raises(Refused, match="不是可用的图片"):
        await crop_photo(OWNER, original=document.id, cut=Cut(0, 0, 295, 413))


async def test_one_key_gives_one_photo_also_at_once(database: str, room: Vault) -> None:
    original, cut = await _uploaded(material.jpeg()), Cut(0, 0, 295, 413)
    both = await asyncio.gather(
        *(crop_photo(OWNER, original=original.id, cut=cut, key="k") for _ in range(2))
    )
    again = await crop_photo(OWNER, original=original.id, cut=cut, key="k")
    assert {done.value.id for done in (*both, again)} == {original.id + 1}
    assert again.value.state is FileState.CLEAN
    with pytest.raises(Refused) as refused:
        await crop_photo(OWNER, original=original.id, cut=Cut(1, 0, 295, 413), key="k")
    assert isinstance(refused.value.errors[0], KeyReused)


async def test_every_page_has_a_picture_that_is_made_once(sqlite: str, room: Vault) -> None:
    file = await _uploaded(material.pdf(2), FilePurpose.LICENCE)
    small, first, second = await preview_key(file), await page_key(file, 1), await page_key(file, 2)
    assert max(_picture(room, small).size) == 320
    assert max(_picture(room, second).size) == 1600
    assert first != second
    assert isinstance(room.storage, FolderStorage)
    made = (room.storage.root / second).stat().st_mtime_ns
    assert await page_key(file, 2) == second
    assert (room.storage.root / second).stat().st_mtime_ns == made


async def test_documents_of_the_service_have_no_owner_and_a_subject(database: str, room: Vault) -> None:
    data = material.pdf(2)
    file = await keep_document("注册证.pdf", "application/pdf", data, "cer", 7)
    assert (file.state, file.owner_id, file.subject, file.subject_id, file.pages, file.bytes) == (
        FileState.CLEAN,
        None,
        "cer",
        7,
        2,
        len(data),
    )
