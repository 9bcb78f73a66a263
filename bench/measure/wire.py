"""The counting wire, held from here."""

import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from urllib.parse import urlsplit, urlunsplit

from api.dev.paths import ROOT
from bench.processes import CLIENT_CORE, LOOK_AGAIN_SECONDS, free_port


@dataclass
class Wire:
    """`url`: the database as it is reached over the wire."""

    url: str
    process: "subprocess.Popen[str]"

    def executed(self) -> int:
        """Statements so far."""
        assert self.process.stdin
        assert self.process.stdout
        self.process.stdin.write("count\n")
        self.process.stdin.flush()
        return int(self.process.stdout.readline())


@contextmanager
def counting(database_url: str) -> Iterator[Wire]:
    parts, port = urlsplit(database_url), free_port()
    user = parts.netloc.rpartition("@")[0]
    process = subprocess.Popen(
        [
            "taskset", "-c", str(CLIENT_CORE), sys.executable, "-m", "bench.clients.wire",
            str(port), parts.hostname or "127.0.0.1", str(parts.port or 5432),
        ],
        cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True,
    )  # fmt: skip
    try:
        _listens(port)
        yield Wire(urlunsplit(parts._replace(netloc=f"{user}@127.0.0.1:{port}")), process)
    finally:
        process.kill()
        process.wait()


def _listens(port: int) -> None:
    for _ in range(200):
        try:
            socket.create_connection(("127.0.0.1", port)).close()
        except ConnectionRefusedError:
            time.sleep(LOOK_AGAIN_SECONDS)
        else:
            return
    raise RuntimeError("the counting wire did not listen")
