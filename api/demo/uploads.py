"""Uploads of drawn files, by ticket and content check like any upload, but without a process for each."""

import asyncio
import secrets
from collections.abc import AsyncIterator, Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import ParamSpec, TypeVar

from models.files.pool import ChildPool
from models.files.reception import receive
from models.files.scan import TestVirusScanner
from models.files.steps import request_upload
from models.files.storage import FolderStorage
from models.files.tables import FilePurpose, StoredFile
from models.files.tickets import ticket_of
from models.files.vault import Vault, close_vault, open_vault
from models.kernel.viewer import Viewer

P = ParamSpec("P")
T = TypeVar("T")


class OwnProcess(ChildPool):
    """Runs the work here: what this program drew itself needs no guard."""

    async def run(self, work: Callable[P, T], *args: P.args, **kwargs: P.kwargs) -> T:
        return await asyncio.to_thread(work, *args, **kwargs)


@contextmanager
def vault_for_drawings(data_dir: Path) -> Iterator[None]:
    """The service's storage, for as long as the demonstration is loaded."""
    open_vault(
        Vault(
            storage=FolderStorage(data_dir / "files"),
            scanner=TestVirusScanner(),
            passing=data_dir / "passing",
            secret=secrets.token_bytes(),
            pool=OwnProcess(),
        )
    )
    try:
        yield
    finally:
        close_vault()


async def upload(viewer: Viewer, purpose: FilePurpose, name: str, content: bytes) -> StoredFile:
    """A clean file of the viewer's account."""
    asked = await request_upload(viewer, purpose=purpose, name=name, bytes=len(content))
    return await receive(viewer, ticket_of(asked.value), _whole(content), len(content))


async def _whole(content: bytes) -> AsyncIterator[bytes]:
    yield content
