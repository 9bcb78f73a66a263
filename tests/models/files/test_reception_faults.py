"""Uploads: nothing half-stored, whatever breaks in between, and who may see what was kept."""

import asyncio
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from models.files import errors
from models.files.reads import get_file
from models.files.scan import ScannerUnavailable, TestVirusScanner
from models.files.storage import FolderStorage
from models.files.sweeps import sweep_files
from models.files.tables import FileState, StoredFile
from models.files.vault import Vault, open_vault
from models.kernel.clock import freeze, now
from models.kernel.errors import (
    NotFound,
    Refused,
    ServiceUnavailable,
)
from models.kernel.viewer import PUBLIC_VIEWER
from tests.models.files import material
from tests.models.files.conftest import OUTSIDER, OWNER
from tests.models.files.sending import nothing_left, send, stored, ticket_for


class AwayScanner:
    async def scan(self, path: Path) -> str | None:
        raise ScannerUnavailable


async def test_without_a_scanner_nothing_passes_and_the_ticket_stays(sqlite: str, room: Vault) -> None:
    data = material.png(10, 10)
    file = await ticket_for(data)
    open_vault(replace(room, scanner=AwayScanner()))
    with pytest.raises(Refused) as refused:
        await send(file, data)
    assert isinstance(refused.value.errors[0], ServiceUnavailable)
    assert (await StoredFile.get(id=file.id)).state is FileState.EXPECTED
    assert nothing_left(room)
    open_vault(replace(room, scanner=TestVirusScanner()))
    assert (await send(file, data)).state is FileState.CLEAN


class FullDisk(FolderStorage):
    async def put(self, key: str, source: Path) -> None:
        raise OSError(28, "No space left on device")


async def test_a_full_disk_loses_nothing(sqlite: str, room: Vault) -> None:
    data = material.png(10, 10)
    file = await ticket_for(data)
    open_vault(replace(room, storage=FullDisk(room.passing.parent / "files")))
    with pytest.raises(OSError, match="No space"):
        await send(file, data)
    open_vault(room)
    assert (await send(file, data)).state is FileState.CLEAN


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
    file = await ticket_for(one)
    answers = await asyncio.gather(send(file, one), send(file, other), return_exceptions=True)
    [won] = [answer for answer in answers if isinstance(answer, StoredFile)]
    [lost] = [answer for answer in answers if isinstance(answer, Refused)]
    assert isinstance(lost.errors[0], errors.UploadRunning | errors.TicketUsed)
    [kept] = stored(room)
    assert kept.read_bytes() == (one if won is answers[0] else other)
    assert not list(room.passing.iterdir())


async def test_a_check_that_died_is_taken_over_and_its_late_end_changes_nothing(
    sqlite: str, room: Vault
) -> None:
    data, scanner = material.png(10, 10), SlowScanner()
    file = await ticket_for(data)
    open_vault(replace(room, scanner=scanner))
    late = asyncio.create_task(send(file, data))
    await scanner.reached.wait()
    open_vault(room)
    with pytest.raises(Refused) as refused:
        await send(file, data)
    assert isinstance(refused.value.errors[0], errors.UploadRunning)
    with freeze(now() + timedelta(minutes=4)):
        assert (await send(file, data)).state is FileState.CLEAN
    scanner.let.set()
    with pytest.raises(Refused):
        await late
    kept = await StoredFile.get(id=file.id)
    assert kept.state is FileState.CLEAN
    assert [path.name for path in stored(room)] == [str(kept.storage_key).rsplit("/", 1)[-1]]


async def test_the_sweeper_removes_what_died(sqlite: str, room: Vault) -> None:
    data, scanner = material.png(10, 10), SlowScanner()
    died, waiting, clean = [await ticket_for(data) for _ in range(3)]
    await send(clean, data)
    open_vault(replace(room, scanner=scanner))
    check = asyncio.create_task(send(died, data))
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
    assert len(stored(room)) == 1


async def test_owner_outsider_and_public(database: str, room: Vault) -> None:
    file = await ticket_for(b"1")
    assert (await get_file(OWNER, file.id)).id == file.id
    for viewer in (OUTSIDER, PUBLIC_VIEWER):
        with pytest.raises(NotFound):
            await get_file(viewer, file.id)
