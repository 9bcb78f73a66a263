"""Servers that a test starts for itself, to break them: Redis on a port of its own, a PostgreSQL cluster in a folder."""

import os
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from tests.plugins.needs import answer, postgres_program
from tests.server import free_port
from tests.waiting import looked_for

NOBODY_ELSE = "nobody"
"""PostgreSQL refuses to run as root."""


@dataclass
class RedisServer:
    """It keeps nothing on disk: after `kill` all is lost."""

    folder: Path
    port: int
    process: "subprocess.Popen[bytes] | None" = None

    @property
    def url(self) -> str:
        return f"redis://127.0.0.1:{self.port}/0"

    def start(self) -> None:
        known = ("--port", str(self.port), "--bind", "127.0.0.1", "--dir", str(self.folder))
        self.process = subprocess.Popen(
            ["redis-server", *known, "--save", "", "--appendonly", "no"], stdout=subprocess.DEVNULL
        )
        looked_for(lambda: answer(("127.0.0.1", self.port), b"PING\r\n") == b"+")

    def kill(self) -> None:
        if self.process:
            self.process.kill()
            self.process.wait()


@contextmanager
def redis_server(folder: Path) -> Iterator[RedisServer]:
    server = RedisServer(folder, free_port())
    server.start()
    try:
        yield server
    finally:
        server.kill()


@dataclass
class Cluster:
    """A PostgreSQL server with its data in a folder; nothing else of the machine uses it."""

    folder: Path
    port: int

    @property
    def url(self) -> str:
        return f"postgres://postgres@127.0.0.1:{self.port}/postgres"

    def make(self) -> None:
        if os.getuid() == 0:
            shutil.chown(self.folder, NOBODY_ELSE)
        self._run(
            "initdb", "--no-sync", "--auth=trust", "--username=postgres", "--encoding=UTF8", "--locale=C"
        )

    def start(self) -> None:
        options = f"-p {self.port} -c listen_addresses=127.0.0.1 -c unix_socket_directories='' -c fsync=off"
        self._run("pg_ctl", "start", "--wait", f"--log={self.folder / 'log'}", f"--options={options}")

    def stop(self, mode: str = "fast") -> None:
        """`immediate` is a crash: connections break, the next start recovers."""
        self._run("pg_ctl", "stop", "--wait", f"--mode={mode}")

    def _run(self, program: str, *arguments: str) -> None:
        found = postgres_program(program)
        assert found
        subprocess.run(
            [found, *arguments],
            env={**os.environ, "PGDATA": str(self.folder)},
            check=True,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            cwd="/",
            user=NOBODY_ELSE if os.getuid() == 0 else None,
        )


@contextmanager
def cluster() -> Iterator[Cluster]:
    """Running and empty. Its folder is not below a test's: only root may enter there."""
    folder = Path(tempfile.mkdtemp(prefix="zhiye-cluster-"))
    made = Cluster(folder / "data", free_port())
    made.folder.mkdir()
    if os.getuid() == 0:
        shutil.chown(folder, NOBODY_ELSE)
    try:
        made.make()
        made.start()
        yield made
    finally:
        made.stop("immediate")
        shutil.rmtree(folder)
