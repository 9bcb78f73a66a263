"""Uploads: one ticket, one file, nothing half-stored, whatever breaks in between."""

import asyncio
from collections.abc import AsyncIterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from models.files import errors, reception, steps
from models.files.limits import KIB, MIB
from models.files.reads import get_file
from models.files.scan import EICAR, ScannerUnavailable, TestVirusScanner
from models.files.storage import FolderStorage
from models.files.sweeps import sweep_files
from models.files.tables import FilePurpose, FileState, StoredFile
from models.files.tickets import ticket_of
from models.files.vault import Vault, open_vault
from models.kernel.clock import freeze, now
from models.kernel.errors import (
    FileRefused,
    Forbidden,
    InvalidField,
    LimitReached,
    NotFound,
    Refused,
    ServiceUnavailable,
    Unauthenticated,
)
from models.kernel.viewer import PUBLIC_VIEWER, Viewer
from tests.models.files import material
from tests.models.files.conftest import OUTSIDER, OWNER


async def _ticket(data: bytes, purpose: FilePurpose = FilePurpose.SCAN, name: str = "合同.png") -> StoredFile:
    return (await steps.request_upload(OWNER, purpose=purpose, name=name, bytes=len(data))).value


async def _body(*chunks: bytes) -> AsyncIterator[bytes]:
    for chunk in chunks:
        yield chunk


async def _send(file: StoredFile, data: bytes, viewer: Viewer = OWNER) -> StoredFile:
    return await reception.receive(viewer, ticket_of(file), _body(data), len(data))


def _stored(room: Vault) -> list[Path]:
    assert isinstance(room.storage, FolderStorage)
    return [path for path in room.storage.root.rglob("*") if path.is_file()]


def _nothing_left(room: Vault) -> bool:
    return not _stored(room) and not list(room.passing.iterdir())


async def test_a_clean_file_is_described_and_kept(database: str, room: Vault) -> None:
    data = material.png(640, 480)
    file = await _send(await _ticket(data), data)
    assert (file.state, file.media_type, file.bytes, file.width, file.height) == (
        FileState.CLEAN,
        "image/png",
        len(data),
        640,
        480,
    )
    assert [path.read_bytes() for path in _stored(room)] == [data]
    assert not list(room.passing.iterdir())
    assert "合同" not in str(_stored(room)[0])


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
    assert (await _ticket(b"1", name="C:\\Users\\王\\合同.png")).name == "合同.png"


async def test_purposes_that_are_not_open_are_refused(sqlite: str, room: Vault) -> None:
    with pytest.raises(Refused, match="尚未开放"):
        await steps.request_upload(OWNER, purpose=FilePurpose.VIDEO, name="a.mp4", bytes=10)


async def test_an_account_has_so_many_open_tickets(sqlite: str, room: Vault) -> None:
    for _ in range(steps.OPEN_TICKETS):
        await _ticket(b"1")
    with pytest.raises(Refused) as refused:
        await _ticket(b"1")
    assert isinstance(refused.value.errors[0], LimitReached)
    with freeze(now() + timedelta(minutes=16)):
        await _ticket(b"1")


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
    file = await _ticket(data)
    with pytest.raises(Unauthenticated):
        await _send(file, data, PUBLIC_VIEWER)
    with pytest.raises(Forbidden):
        await _send(file, data, OUTSIDER)
    with pytest.raises(NotFound):
        await reception.receive(OWNER, "x" * 43, _body(data), None)
    assert _nothing_left(room)
    assert (await _send(file, data)).state is FileState.CLEAN


async def test_a_ticket_is_used_once(sqlite: str, room: Vault) -> None:
    data = material.png(10, 10)
    file = await _ticket(data)
    await _send(file, data)
    with pytest.raises(Refused) as refused:
        await _send(file, data)
    [error] = refused.value.errors
    assert isinstance(error, errors.TicketUsed)
    assert error.file.id == file.id
    assert len(_stored(room)) == 1


async def test_a_ticket_expires_for_uploads_that_start_later(sqlite: str, room: Vault) -> None:
    data = material.png(10, 10)
    file = await _ticket(data)
    with freeze(now() + timedelta(minutes=14)):
        await reception._expecting(OWNER, ticket_of(file))
    with freeze(now() + timedelta(minutes=16)), pytest.raises(Refused) as refused:
        await _send(file, data)
    assert isinstance(refused.value.errors[0], errors.TicketExpired)


async def test_more_than_announced_is_stopped_and_less_asks_for_another_try(sqlite: str, room: Vault) -> None:
    data = material.png(10, 10)
    file = await _ticket(data)
    with pytest.raises(Refused) as told:
        await reception.receive(OWNER, ticket_of(file), _body(), len(data) + 1)
    with pytest.raises(Refused) as counted:
        await reception.receive(OWNER, ticket_of(file), _body(data, b"x", b"never read" * 999), None)
    with pytest.raises(Refused) as short:
        await reception.receive(OWNER, ticket_of(file), _body(data[:-1]), None)
    kinds = [type(refused.value.errors[0]) for refused in (told, counted, short)]
    assert kinds == [errors.ContentTooLarge, errors.ContentTooLarge, errors.ContentIncomplete]
    assert _nothing_left(room)
    assert (await _send(file, data)).state is FileState.CLEAN


async def test_an_upload_that_falls_silent_is_ended(
    sqlite: str, room: Vault, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(reception, "SILENCE_SECONDS", 0.05)
    data = material.png(10, 10)
    file = await _ticket(data)

    async def silent() -> AsyncIterator[bytes]:
        yield data[:5]
        await asyncio.Event().wait()

    with pytest.raises(Refused) as refused:
        await reception.receive(OWNER, ticket_of(file), silent(), None)
    assert isinstance(refused.value.errors[0], errors.UploadStalled)
    assert _nothing_left(room)


async def test_refused_content_is_not_kept_and_the_row_says_why(database: str, room: Vault) -> None:
    data = material.gif()
    file = await _send(await _ticket(data, name="照片.jpg"), data)
    assert file.state is FileState.REFUSED
    kept = await StoredFile.get(id=file.id)
    assert kept.refusals[0]["message"] == "“照片.jpg”：收到 GIF 图片，需要 JPG 或 PNG"
    assert (kept.media_type, kept.storage_key) == ("image/gif", None)
    assert _nothing_left(room)


async def test_a_virus_is_refused(sqlite: str, room: Vault) -> None:
    data = material.png(10, 10) + EICAR
    file = await _send(await _ticket(data), data)
    assert file.state is FileState.REFUSED
    assert "Eicar-Test-Signature" in file.refusals[0]["message"]
    assert _nothing_left(room)


class AwayScanner:
    async def scan(self, path: Path) -> str | None:
        raise ScannerUnavailable


async def test_without_a_scanner_nothing_passes_and_the_ticket_stays(sqlite: str, room: Vault) -> None:
    data = material.png(10, 10)
    file = await _ticket(data)
    open_vault(replace(room, scanner=AwayScanner()))
    with pytest.raises(Refused) as refused:
        await _send(file, data)
    assert isinstance(refused.value.errors[0], ServiceUnavailable)
    assert (await StoredFile.get(id=file.id)).state is FileState.EXPECTED
    assert _nothing_left(room)
    open_vault(replace(room, scanner=TestVirusScanner()))
    assert (await _send(file, data)).state is FileState.CLEAN


class FullDisk(FolderStorage):
    async def put(self, key: str, source: Path) -> None:
        raise OSError(28, "No space left on device")


async def test_a_full_disk_loses_nothing(sqlite: str, room: Vault) -> None:
    data = material.png(10, 10)
    file = await _ticket(data)
    open_vault(replace(room, storage=FullDisk(room.passing.parent / "files")))
    with pytest.raises(OSError, match="No space"):
        await _send(file, data)
    open_vault(room)
    assert (await _send(file, data)).state is FileState.CLEAN


class SlowScanner:
    """Says when it was reached, and answers when it is let."""

    def __init__(self) -> None:
        self.reached, self.let = asyncio.Event(), asyncio.Event()

    async def scan(self, path: Path) -> str | None:
        self.reached.set()
        await self.let.wait()
        return None


async def test_of_two_uploads_at_once_one_wins(database: str, room: Vault) -> None:
    one = material.png(10, 10)
    other = one + b"after the end of the picture"
    one += b"after the end of its picture"
    file = await _ticket(one)
    answers = await asyncio.gather(_send(file, one), _send(file, other), return_exceptions=True)
    [won] = [answer for answer in answers if isinstance(answer, StoredFile)]
    [lost] = [answer for answer in answers if isinstance(answer, Refused)]
    assert isinstance(lost.errors[0], errors.UploadRunning | errors.TicketUsed)
    [kept] = _stored(room)
    assert kept.read_bytes() == (one if won is answers[0] else other)
    assert not list(room.passing.iterdir())


async def test_a_check_that_died_is_taken_over_and_its_late_end_changes_nothing(
    sqlite: str, room: Vault
) -> None:
    data, scanner = material.png(10, 10), SlowScanner()
    file = await _ticket(data)
    open_vault(replace(room, scanner=scanner))
    late = asyncio.create_task(_send(file, data))
    await scanner.reached.wait()
    open_vault(room)
    with pytest.raises(Refused) as refused:
        await _send(file, data)
    assert isinstance(refused.value.errors[0], errors.UploadRunning)
    with freeze(now() + timedelta(minutes=4)):
        assert (await _send(file, data)).state is FileState.CLEAN
    scanner.let.set()
    with pytest.raises(Refused):
        await late
    kept = await StoredFile.get(id=file.id)
    assert kept.state is FileState.CLEAN
    assert [path.name for path in _stored(room)] == [str(kept.storage_key).rsplit("/", 1)[-1]]


async def test_the_sweeper_removes_what_died(sqlite: str, room: Vault) -> None:
    data, scanner = material.png(10, 10), SlowScanner()
    died, waiting, clean = [await _ticket(data) for _ in range(3)]
    await _send(clean, data)
    open_vault(replace(room, scanner=scanner))
    check = asyncio.create_task(_send(died, data))
    await scanner.reached.wait()
    check.cancel()
    await asyncio.wait({check})
    open_vault(room)
    row = await StoredFile.get(id=died.id)
    assert row.state is FileState.SCANNING
    left = room.passing / "left-by-a-crash"
    left.write_bytes(b"half")
    await room.storage.put(str(row.storage_key), left)
    assert await sweep_files() == 0
    with freeze(now() + timedelta(hours=2)):
        assert await sweep_files() == 2
    states = {f.id: f.state for f in await StoredFile.all()}
    assert states == {
        died.id: FileState.REFUSED,
        waiting.id: FileState.REFUSED,
        clean.id: FileState.CLEAN,
    }
    assert len(_stored(room)) == 1


async def test_owner_outsider_and_public(database: str, room: Vault) -> None:
    file = await _ticket(b"1")
    assert (await get_file(OWNER, file.id)).id == file.id
    for viewer in (OUTSIDER, PUBLIC_VIEWER):
        with pytest.raises(NotFound):
            await get_file(viewer, file.id)
