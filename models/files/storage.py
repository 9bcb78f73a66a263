"""Where the content of files lies: a port, and the folder of one machine behind it.

Keys are random and sharded (`ab/cd/abcd...`): no person's name, no file name, never more than 256 folders in one.
"""

import asyncio
import os
import secrets
import shutil
from collections.abc import AsyncIterator, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Protocol

CHUNK_OCTETS = 256 * 1024


class Missing(Exception):
    """The storage has nothing under that key."""


class Storage(Protocol):
    """A place for content. What `put` has answered survives a crash; a key is never half there."""

    async def put(self, key: str, source: Path) -> None:
        """Keep a copy of a local file under the key, replacing what is there."""

    async def size(self, key: str) -> int | None:
        """Octets under the key, or None."""

    def read(self, key: str, start: int, stop: int) -> AsyncIterator[bytes]:
        """The octets from `start` up to before `stop`, in chunks. :raises Missing: nothing is there."""
        ...

    async def fetch(self, key: str, target: Path) -> None:
        """Copy the content into a local file. :raises Missing: nothing is there."""

    async def delete(self, key: str) -> None:
        """Forget the key and every key that begins with it and a dot; nothing there is fine."""


def new_key() -> str:
    """A key that was never used."""
    name = secrets.token_hex(16)
    return f"{name[:2]}/{name[2:4]}/{name}"


class FolderStorage:
    """A folder of this machine. Writes go beside their place, to disk, then into it by one rename."""

    def __init__(self, root: Path) -> None:
        self.root = root

    async def put(self, key: str, source: Path) -> None:
        await asyncio.to_thread(self._put, self.root / key, source)

    async def size(self, key: str) -> int | None:
        return await asyncio.to_thread(self._size, self.root / key)

    async def read(self, key: str, start: int, stop: int) -> AsyncIterator[bytes]:
        with _found(key):
            file = await asyncio.to_thread((self.root / key).open, "rb")
        with file:
            await asyncio.to_thread(file.seek, start)
            while start < stop and (
                chunk := await asyncio.to_thread(file.read, min(CHUNK_OCTETS, stop - start))
            ):
                start += len(chunk)
                yield chunk

    async def fetch(self, key: str, target: Path) -> None:
        with _found(key):
            await asyncio.to_thread(shutil.copyfile, self.root / key, target)

    async def delete(self, key: str) -> None:
        await asyncio.to_thread(self._delete, self.root / key)

    def _put(self, place: Path, source: Path) -> None:
        place.parent.mkdir(parents=True, exist_ok=True)
        beside = place.with_name(f"{place.name}~{secrets.token_hex(4)}")
        try:
            shutil.copyfile(source, beside)
            _to_disk(beside)
            beside.replace(place)
        finally:
            beside.unlink(missing_ok=True)
        for folder in (place.parent, place.parent.parent):
            _to_disk(folder)

    def _size(self, place: Path) -> int | None:
        try:
            return place.stat().st_size
        except FileNotFoundError:
            return None

    def _delete(self, place: Path) -> None:
        for one in (place, *place.parent.glob(f"{place.name}.*")):
            one.unlink(missing_ok=True)


@contextmanager
def _found(key: str) -> Iterator[None]:
    try:
        yield
    except FileNotFoundError as error:
        raise Missing(key) from error


def _to_disk(path: Path) -> None:
    handle = os.open(path, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
