"""A server killed in the middle of a check: nothing is half there, and the same ticket works."""

import asyncio
import os
import signal
import sys
from datetime import timedelta
from pathlib import Path

import httpx

from models.files import steps
from models.files.links import upload_url
from models.files.reception import receive
from models.files.storage import FolderStorage
from models.files.tables import FilePurpose, FileState, StoredFile
from models.files.tickets import ticket_of
from models.files.vault import Vault
from models.kernel.clock import freeze, now
from tests.api.files.conftest import OWNER
from tests.models.files import material
from tests.models.files.sending import body_of

SERVER = """
import asyncio, sys, uvicorn
from pathlib import Path
from starlette.applications import Starlette
from api.files import file_routes
from models.files.scan import TestVirusScanner
from models.files.storage import FolderStorage
from models.files.vault import Vault, open_vault
from models.kernel.database import open_database
from tests.api.files.conftest import SignIns

class Hanging(FolderStorage):
    async def put(self, key, source):
        await super().put(key, source)
        print("STORED", flush=True)
        await asyncio.Event().wait()

async def main(url, folder):
    await open_database(url)
    open_vault(Vault(Hanging(folder / "files"), TestVirusScanner(), folder / "passing", b"secret"))
    server = uvicorn.Server(uvicorn.Config(Starlette(routes=file_routes(SignIns())), port=0, log_level="error"))
    running = asyncio.create_task(server.serve())
    while not server.started:
        await asyncio.sleep(0.01)
    print(server.servers[0].sockets[0].getsockname()[1], flush=True)
    await running

asyncio.run(main(sys.argv[1], Path(sys.argv[2])))
"""


async def test_kill_minus_9_between_storing_and_entering(sqlite: str, room: Vault, tmp_path: Path) -> None:
    data = material.png()
    asked = await steps.request_upload(OWNER, purpose=FilePurpose.SCAN, name="a.png", bytes=len(data))
    file = asked.value
    server = await asyncio.create_subprocess_exec(
        sys.executable, "-c", SERVER, sqlite, str(tmp_path), stdout=asyncio.subprocess.PIPE
    )
    assert server.stdout
    async with asyncio.timeout(30):
        port = int(await server.stdout.readline())
        sending = asyncio.create_task(_put(port, upload_url(file), data))
        assert await server.stdout.readline() == b"STORED\n"
        os.kill(server.pid, signal.SIGKILL)
        await server.wait()
    assert isinstance(await sending, httpx.TransportError)
    left = (await StoredFile.get(id=file.id)).storage_key
    with freeze(now() + timedelta(minutes=4)):
        again = await receive(OWNER, ticket_of(file), body_of(data), len(data))
    assert again.state is FileState.CLEAN
    assert isinstance(room.storage, FolderStorage)
    assert await room.storage.size(str(left)) is None
    assert await room.storage.size(str(again.storage_key)) == len(data)


async def _put(port: int, url: str, data: bytes) -> object:
    async with httpx.AsyncClient(trust_env=False, timeout=30) as client:
        try:
            return await client.put(
                f"http://127.0.0.1:{port}{url}", content=data, headers={"Authorization": "Bearer 11"}
            )
        except httpx.TransportError as error:
            return error
