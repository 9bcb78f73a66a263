"""Uploads: one ticket, one file, refused for what is wrong with them."""

import asyncio
from collections.abc import AsyncIterator
from datetime import timedelta

import pytest

from models.files import errors, reception, steps
from models.files.limits import KIB, MIB
from models.files.scan import EICAR
from models.files.tables import FilePurpose, FileState, StoredFile
from models.files.tickets import ticket_of
from models.files.vault import Vault
from models.kernel.clock import freeze, now
from models.kernel.errors import (
    FileRefused,
    Forbidden,
    InvalidField,
    LimitReached,
    NotFound,
    Refused,
    Unauthenticated,
)
from models.kernel.viewer import PUBLIC_VIEWER
from tests.models.files import material
from tests.models.files.conftest import OUTSIDER, OWNER
from tests.models.files.sending import body_of, nothing_left, send, stored, ticket_for


async def test_a_clean_file_is_described_and_kept(database: str, room: Vault) -> None:
    data = material.png(640, 480)
    file = await send(await ticket_for(data), data)
    assert (file.state, file.media_type, file.bytes, file.width, file.height) == (
        FileState.CLEAN,
        "image/png",
        len(data),
        640,
        480,
    )
    assert [path.read_bytes() for path in stored(room)] == [data]
    assert not list(room.passing.iterdir())
    assert "合同" not in str(stored(room)[0])


@pytest.mark.requirement("D-13", "S0-14")
@pytest.mark.parametrize(
    ("purpose", "most", "words"),
    [
        (FilePurpose.SCAN, 300 * KIB, "收到 301 KB，此处需要 JPG 或 PNG，不超过 300 KB"),
        (FilePurpose.LICENCE, 5 * MIB, "收到 5.1 MB，此处需要 JPG、PNG 或 PDF，不超过 5 MB"),
        (FilePurpose.REPORT, 20 * MIB, "收到 20.1 MB，此处需要 PDF，不超过 20 MB"),
    ],
)
async def test_sizes_are_judged_before_anything_is_sent(
    sqlite: str, room: Vault, purpose: FilePurpose, most: int, words: str
) -> None:
    await steps.request_upload(OWNER, purpose=purpose, name="材料", bytes=most)
    with pytest.raises(Refused) as refused:
        await steps.request_upload(OWNER, purpose=purpose, name="材料", bytes=most + 1)
    [error] = refused.value.errors
    assert isinstance(error, FileRefused)
    assert words in error.message


@pytest.mark.parametrize("name", ["", "  ", "a/", "x" * 161, "名\n字.png"])
async def test_names_must_be_readable(sqlite: str, room: Vault, name: str) -> None:
    with pytest.raises(Refused) as refused:
        await steps.request_upload(OWNER, purpose=FilePurpose.SCAN, name=name, bytes=10)
    assert isinstance(refused.value.errors[0], InvalidField)


async def test_folders_in_names_are_dropped(sqlite: str, room: Vault) -> None:
    assert (await ticket_for(b"1", name="C:\\Users\\王\\合同.png")).name == "合同.png"


async def test_purposes_that_are_not_open_are_refused(sqlite: str, room: Vault) -> None:
    with pytest.raises(Refused, match="尚未开放"):
        await steps.request_upload(OWNER, purpose=FilePurpose.VIDEO, name="a.mp4", bytes=10)


async def test_an_account_has_so_many_open_tickets(sqlite: str, room: Vault) -> None:
    for _ in range(steps.OPEN_TICKETS):
        await ticket_for(b"1")
    with pytest.raises(Refused) as refused:
        await ticket_for(b"1")
    assert isinstance(refused.value.errors[0], LimitReached)
    with freeze(now() + timedelta(minutes=16)):
        await ticket_for(b"1")


async def test_the_same_key_gives_the_same_ticket_which_is_stored_only_as_a_hash(
    database: str, room: Vault
) -> None:
    ask = steps.request_upload.once("k1")
    first = await ask(OWNER, purpose=FilePurpose.SCAN, name="a.png", bytes=10)
    again = await ask(OWNER, purpose=FilePurpose.SCAN, name="a.png", bytes=10)
    assert again.replayed
    assert ticket_of(again.value) == ticket_of(first.value)
    row = await StoredFile.filter(id=first.value.id).first().values()
    assert row is not None
    assert ticket_of(first.value) not in str(row)


async def test_only_the_account_of_the_ticket_may_use_it(sqlite: str, room: Vault) -> None:
    data = material.png(10, 10)
    file = await ticket_for(data)
    with pytest.raises(Unauthenticated):
        await send(file, data, PUBLIC_VIEWER)
    with pytest.raises(Forbidden):
        await send(file, data, OUTSIDER)
    with pytest.raises(NotFound):
        await reception.receive(OWNER, "x" * 43, body_of(data), None)
    assert nothing_left(room)
    assert (await send(file, data)).state is FileState.CLEAN


async def test_a_ticket_is_used_once(sqlite: str, room: Vault) -> None:
    data = material.png(10, 10)
    file = await ticket_for(data)
    await send(file, data)
    with pytest.raises(Refused) as refused:
        await send(file, data)
    [error] = refused.value.errors
    assert isinstance(error, errors.TicketUsed)
    assert error.file.id == file.id
    assert len(stored(room)) == 1


async def test_a_ticket_expires_for_uploads_that_start_later(sqlite: str, room: Vault) -> None:
    data = material.png(10, 10)
    file = await ticket_for(data)
    with freeze(now() + timedelta(minutes=14)):
        await reception._expecting(OWNER, ticket_of(file))
    with freeze(now() + timedelta(minutes=16)), pytest.raises(Refused) as refused:
        await send(file, data)
    assert isinstance(refused.value.errors[0], errors.TicketExpired)


async def test_more_than_announced_is_stopped_and_less_asks_for_another_try(sqlite: str, room: Vault) -> None:
    data = material.png(10, 10)
    file = await ticket_for(data)
    with pytest.raises(Refused) as told:
        await reception.receive(OWNER, ticket_of(file), body_of(), len(data) + 1)
    with pytest.raises(Refused) as counted:
        await reception.receive(OWNER, ticket_of(file), body_of(data, b"x", b"never read" * 999), None)
    with pytest.raises(Refused) as short:
        await reception.receive(OWNER, ticket_of(file), body_of(data[:-1]), None)
    kinds = [type(refused.value.errors[0]) for refused in (told, counted, short)]
    assert kinds == [errors.ContentTooLarge, errors.ContentTooLarge, errors.ContentIncomplete]
    assert nothing_left(room)
    assert (await send(file, data)).state is FileState.CLEAN


async def test_an_upload_that_falls_silent_is_ended(
    sqlite: str, room: Vault, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(reception, "SILENCE_SECONDS", 0.05)
    data = material.png(10, 10)
    file = await ticket_for(data)

    async def silent() -> AsyncIterator[bytes]:
        yield data[:5]
        await asyncio.Event().wait()

    with pytest.raises(Refused) as refused:
        await reception.receive(OWNER, ticket_of(file), silent(), None)
    assert isinstance(refused.value.errors[0], errors.UploadStalled)
    assert nothing_left(room)


async def test_refused_content_is_not_kept_and_the_row_says_why(database: str, room: Vault) -> None:
    data = material.gif()
    file = await send(await ticket_for(data, name="照片.jpg"), data)
    assert file.state is FileState.REFUSED
    kept = await StoredFile.get(id=file.id)
    assert kept.refusals[0]["message"] == "“照片.jpg”：收到 GIF 图片，需要 JPG 或 PNG"
    assert (kept.media_type, kept.storage_key) == ("image/gif", None)
    assert nothing_left(room)


async def test_a_virus_is_refused(sqlite: str, room: Vault) -> None:
    data = material.png(10, 10) + EICAR
    file = await send(await ticket_for(data), data)
    assert file.state is FileState.REFUSED
    assert "Eicar-Test-Signature" in file.refusals[0]["message"]
    assert nothing_left(room)
