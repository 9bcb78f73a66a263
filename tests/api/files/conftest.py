"""A running server with the routes of files, and sign-ins that a test can end."""

import asyncio
from collections.abc import AsyncIterator, Callable, Iterator
from pathlib import Path

import httpx
import pytest
import uvicorn
from starlette.applications import Starlette
from starlette.requests import Request

from api.files import file_routes
from models.files.scan import TestVirusScanner
from models.files.storage import FolderStorage
from models.files.vault import Vault, close_vault, open_vault
from models.kernel.viewer import PUBLIC_VIEWER, Viewer, ViewerKind

OWNER = Viewer(ViewerKind.PERSON, account_id=1, session_id=11, person_id=1)
OUTSIDER = Viewer(ViewerKind.PERSON, account_id=2, session_id=12, person_id=2)


async def until(true: Callable[[], bool]) -> None:
    """Wait until something that has no event of its own is so."""
    async with asyncio.timeout(5):
        while not true():
            await asyncio.sleep(0.01)


class SignIns:
    """The bearer token is the session's number."""

    def __init__(self) -> None:
        self.open = {11: OWNER, 12: OUTSIDER}

    async def of_request(self, request: Request) -> Viewer:
        token = request.headers.get("authorization", "").removeprefix("Bearer ")
        return self.open.get(int(token or 0), PUBLIC_VIEWER)

    async def of_session(self, account_id: int, session_id: int) -> Viewer | None:
        viewer = self.open.get(session_id)
        return viewer if viewer and viewer.account_id == account_id else None


@pytest.fixture
def room(tmp_path: Path) -> Iterator[Vault]:
    opened = Vault(FolderStorage(tmp_path / "files"), TestVirusScanner(), tmp_path / "passing", b"secret")
    open_vault(opened)
    yield opened
    close_vault()


@pytest.fixture
def sign_ins() -> SignIns:
    return SignIns()


@pytest.fixture
async def files_address(sqlite: str, room: Vault, sign_ins: SignIns) -> AsyncIterator[str]:
    """Where a real server listens."""
    app = Starlette(routes=file_routes(sign_ins))
    server = uvicorn.Server(uvicorn.Config(app, port=0, log_level="warning", lifespan="off"))
    running = asyncio.create_task(server.serve())
    await until(lambda: server.started)
    port = server.servers[0].sockets[0].getsockname()[1]
    yield f"http://127.0.0.1:{port}"
    server.should_exit = server.force_exit = True
    await running


@pytest.fixture
async def owner(files_address: str) -> AsyncIterator[httpx.AsyncClient]:
    headers = {"Authorization": "Bearer 11"}
    async with httpx.AsyncClient(base_url=files_address, headers=headers, trust_env=False) as client:
        yield client


@pytest.fixture
async def outsider(files_address: str) -> AsyncIterator[httpx.AsyncClient]:
    headers = {"Authorization": "Bearer 12"}
    async with httpx.AsyncClient(base_url=files_address, headers=headers, trust_env=False) as client:
        yield client


@pytest.fixture
async def anonymous(files_address: str) -> AsyncIterator[httpx.AsyncClient]:
    async with httpx.AsyncClient(base_url=files_address, trust_env=False) as client:
        yield client
