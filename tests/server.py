"""A real server in a process of its own: `python -m tests.server` serves the test area as `python -m api serve` does."""

import asyncio
import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

import httpx
from tortoise import Tortoise
from tortoise.utils import get_schema_sql

from api.commands.serve import locked, serve
from api.settings import from_environment
from models.kernel.database import WRITER, close_database, open_database
from schema import journal
from schema.root import AREAS
from tests.api import area

ROOT = Path(__file__).parents[1]
START_SECONDS = 90.0
LOOK_AGAIN_SECONDS = 0.05
SECRET = "a secret of the tests"


@dataclass
class Server:
    """One process. `settings` are its environment; `kill` is kill -9."""

    database_url: str
    data_dir: Path
    settings: dict[str, str] = field(default_factory=dict)
    program: tuple[str, ...] = ("tests.server",)
    """The module that is run, with its arguments."""
    port: int = 0
    process: "subprocess.Popen[bytes] | None" = None

    @property
    def http(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    @property
    def ws(self) -> str:
        return f"ws://127.0.0.1:{self.port}/graphql"

    def start(self) -> None:
        self.launch()
        self.wait_until_ready()

    def launch(self) -> None:
        self.port = self.port or free_port()
        self.process = subprocess.Popen(
            [sys.executable, "-m", *self.program], env=self._environment(), cwd=ROOT
        )

    def stop(self, by: signal.Signals = signal.SIGTERM) -> int:
        """Ask it to stop and wait; gives its exit code."""
        assert self.process
        self.process.send_signal(by)
        return self.process.wait(START_SECONDS)

    def kill(self) -> None:
        if self.process:
            self.process.kill()
            self.process.wait()

    def _environment(self) -> dict[str, str]:
        own = {
            "HOST": "127.0.0.1",
            "PORT": str(self.port),
            "DATA_DIR": str(self.data_dir),
            "DATABASE_URL": self.database_url,
            "SECRET": SECRET,
            "LOG_FORMAT": "console",
            "DATABASE_POOL": "4",  # many servers of many tests share one PostgreSQL
        }
        return {**os.environ, **own, **self.settings}

    def wait_until_ready(self) -> None:
        assert self.process
        deadline = time.monotonic() + START_SECONDS
        while time.monotonic() < deadline:
            assert self.process.poll() is None, "the server ended while starting"
            try:
                if httpx.get(f"{self.http}/readyz").status_code == 200:
                    return
            except httpx.TransportError:
                pass
            time.sleep(LOOK_AGAIN_SECONDS)
        raise TimeoutError("the server did not become ready")


@contextmanager
def serving(database_url: str, data_dir: Path, **settings: str) -> Iterator[Server]:
    """A running server; with MAKE_TABLES=1 it makes the tables of an empty database first."""
    server = Server(database_url, data_dir, settings)
    try:
        server.start()
        yield server
    finally:
        server.kill()


@contextmanager
def serving_all(database_url: str, data_dir: Path, **settings: str) -> Iterator[Server]:
    """The program itself, as `python -m api serve`; the database must have its tables."""
    server = Server(database_url, data_dir, settings, program=("api", "serve"))
    try:
        server.start()
        yield server
    finally:
        server.kill()


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


async def make_tables(url: str) -> None:
    await open_database(url)
    try:
        connection = Tortoise.get_connection(WRITER)
        await connection.execute_script(get_schema_sql(connection, safe=True))
    finally:
        await close_database()


def main() -> int:
    settings = from_environment(os.environ)
    if "MAKE_TABLES" in os.environ:
        asyncio.run(make_tables(settings.database_url))
    areas = AREAS if "WHOLE_SCHEMA" in os.environ else (journal, area)
    with locked(settings):
        return serve(settings, areas)


if __name__ == "__main__":
    sys.exit(main())
