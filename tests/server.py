"""A real server in a process of its own: `python -m tests.server` serves the test area as `python -m api serve` does."""

import asyncio
import os
import signal
import socket
import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from pathlib import Path

import httpx

from api.commands.serve import serve
from api.settings import from_environment
from schema import journal
from tests.api import area

START_SECONDS = 30
SECRET = "a secret of the tests"


@dataclass
class Server:
    """One process. `settings` are its environment; `kill` is kill -9."""

    database_url: str
    data_dir: Path
    settings: dict[str, str] = field(default_factory=dict)
    port: int = 0
    process: asyncio.subprocess.Process | None = None

    @property
    def http(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    @property
    def ws(self) -> str:
        return f"ws://127.0.0.1:{self.port}/graphql"

    async def start(self) -> None:
        self.port = self.port or free_port()
        self.process = await asyncio.create_subprocess_exec(
            sys.executable, "-m", "tests.server", env=self._environment(), cwd=Path(__file__).parents[1]
        )
        await self._ready()

    async def stop(self) -> int:
        """Ask it to stop and wait; gives its exit code."""
        assert self.process
        if self.process.returncode is None:
            self.process.send_signal(signal.SIGTERM)
        return await self.process.wait()

    async def kill(self) -> None:
        assert self.process
        if self.process.returncode is None:
            self.process.kill()
        await self.process.wait()

    def _environment(self) -> dict[str, str]:
        own = {
            "HOST": "127.0.0.1",
            "PORT": str(self.port),
            "DATA_DIR": str(self.data_dir),
            "DATABASE_URL": self.database_url,
            "SECRET": SECRET,
            "LOG_FORMAT": "console",
        }
        return {**os.environ, **own, **self.settings}

    async def _ready(self) -> None:
        assert self.process
        async with httpx.AsyncClient() as client, asyncio.timeout(START_SECONDS):
            while True:
                assert self.process.returncode is None, "the server ended while starting"
                try:
                    if (await client.get(f"{self.http}/readyz")).status_code == 200:
                        return
                except httpx.TransportError:
                    pass
                await asyncio.sleep(0.05)


@asynccontextmanager
async def serving(database_url: str, data_dir: Path, **settings: str) -> AsyncIterator[Server]:
    """A running server over a database that has its tables."""
    server = Server(database_url, data_dir, settings)
    await server.start()
    try:
        yield server
    finally:
        await server.kill()


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def main() -> int:
    return serve(from_environment(os.environ), (journal, area))


if __name__ == "__main__":
    sys.exit(main())
