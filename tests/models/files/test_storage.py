"""Keys say nothing of people; content is whole or not there."""

import asyncio
import re
from pathlib import Path

import pytest

from models.files.scan import EICAR, ClamdScanner, ScannerUnavailable, TestVirusScanner
from models.files.storage import FolderStorage, Missing, new_key


async def _read(storage: FolderStorage, key: str, start: int, stop: int) -> bytes:
    return b"".join([chunk async for chunk in storage.read(key, start, stop)])


async def test_content_is_kept_read_in_parts_and_deleted_with_what_was_made_of_it(tmp_path: Path) -> None:
    storage, key, source = FolderStorage(tmp_path / "files"), new_key(), tmp_path / "source"
    source.write_bytes(bytes(range(256)) * 4000)
    await storage.put(key, source)
    await storage.put(f"{key}.preview", source)
    assert await storage.size(key) == 1_024_000
    assert await _read(storage, key, 1_000_000, 1_000_004) == bytes([64, 65, 66, 67])
    assert await _read(storage, key, 0, 1_024_000) == source.read_bytes()
    await storage.delete(key)
    assert [p for p in (tmp_path / "files").rglob("*") if p.is_file()] == []
    await storage.delete(key)
    with pytest.raises(Missing):
        await _read(storage, key, 0, 1)


def test_keys_are_random_and_sharded() -> None:
    keys = {new_key() for _ in range(100)}
    assert len(keys) == 100
    assert all(re.fullmatch(r"(..)/(..)/\1\2[0-9a-f]{28}", key) for key in keys)


async def test_a_put_that_fails_leaves_nothing(tmp_path: Path) -> None:
    storage = FolderStorage(tmp_path / "files")
    with pytest.raises(FileNotFoundError):
        await storage.put("ab/cd/key", tmp_path / "absent")
    assert [p for p in (tmp_path / "files").rglob("*") if p.is_file()] == []


async def test_the_stand_in_finds_the_test_virus(tmp_path: Path) -> None:
    path = tmp_path / "file"
    path.write_bytes(b"before" + EICAR)
    assert await TestVirusScanner().scan(path) == "Eicar-Test-Signature"
    path.write_bytes(b"harmless")
    assert await TestVirusScanner().scan(path) is None


class Clamd:
    """Speaks clamd's INSTREAM; `verdict` of None hangs up instead of answering."""

    def __init__(self, verdict: bytes | None) -> None:
        self.verdict, self.received = verdict, b""

    async def answer(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        assert await reader.readuntil(b"\0") == b"zINSTREAM\0"
        while length := int.from_bytes(await reader.readexactly(4)):
            self.received += await reader.readexactly(length)
        if self.verdict is not None:
            writer.write(self.verdict + b"\0")
        writer.close()


@pytest.mark.parametrize(
    ("verdict", "found"),
    [(b"stream: OK", None), (b"stream: Win.Test.EICAR_HDB-1 FOUND", "Win.Test.EICAR_HDB-1")],
)
async def test_clamd_gets_the_whole_file_and_its_verdict_counts(
    tmp_path: Path, verdict: bytes, found: str | None
) -> None:
    path, clamd = tmp_path / "file", Clamd(verdict)
    path.write_bytes(b"0123456789" * 60_000)
    async with await asyncio.start_server(clamd.answer, "127.0.0.1", 0) as server:
        port = server.sockets[0].getsockname()[1]
        assert await ClamdScanner("127.0.0.1", port).scan(path) == found
    assert clamd.received == path.read_bytes()


@pytest.mark.parametrize("verdict", [None, b"INSTREAM size limit exceeded. ERROR"])
async def test_without_a_verdict_nothing_passes(tmp_path: Path, verdict: bytes | None) -> None:
    path = tmp_path / "file"
    path.write_bytes(b"content")
    async with await asyncio.start_server(Clamd(verdict).answer, "127.0.0.1", 0) as server:
        port = server.sockets[0].getsockname()[1]
        with pytest.raises(ScannerUnavailable):
            await ClamdScanner("127.0.0.1", port).scan(path)
    with pytest.raises(ScannerUnavailable):
        await ClamdScanner("127.0.0.1", port).scan(path)
