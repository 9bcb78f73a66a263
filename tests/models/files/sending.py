"""Uploads as tests make them: a ticket, a body, what is left behind."""

from collections.abc import AsyncIterator
from pathlib import Path

from models.files import reception, steps
from models.files.storage import FolderStorage
from models.files.tables import FilePurpose, StoredFile
from models.files.tickets import ticket_of
from models.files.vault import Vault
from models.kernel.viewer import Viewer
from tests.models.files.conftest import OWNER


async def ticket_for(
    data: bytes, purpose: FilePurpose = FilePurpose.SCAN, name: str = "合同.png"
) -> StoredFile:
    return (await steps.request_upload(OWNER, purpose=purpose, name=name, bytes=len(data))).value


async def body_of(*chunks: bytes) -> AsyncIterator[bytes]:
    for chunk in chunks:
        yield chunk


async def send(file: StoredFile, data: bytes, viewer: Viewer = OWNER) -> StoredFile:
    return await reception.receive(viewer, ticket_of(file), body_of(data), len(data))


def stored(room: Vault) -> list[Path]:
    assert isinstance(room.storage, FolderStorage)
    return [path for path in room.storage.root.rglob("*") if path.is_file()]


def nothing_left(room: Vault) -> bool:
    return not stored(room) and not list(room.passing.iterdir())
