"""Servers as processes of their own, held on one core, stopped in their tracks while another one is measured."""

import os
import signal
import socket
import subprocess
import time
import urllib.error
import urllib.request
from collections.abc import Iterator, Mapping, Sequence
from contextlib import ExitStack, contextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path

from api.dev.paths import ROOT
from api.dev.processes import environment
from bench.places import CACHE

START_SECONDS = 60.0
STOP_SECONDS = 10.0
LOOK_AGAIN_SECONDS = 0.05
SERVER_FAULT = 500
SERVER_CORE, CLIENT_CORE = 0, (os.cpu_count() or 1) - 1
NANOSECONDS = 1_000_000_000


class NotStarted(Exception):
    """A server did not answer in time; its own words are in the message."""


@dataclass
class Server:
    """A command that listens on PORT. `ready` is a path that answers without a fault once it serves."""

    name: str
    command: Sequence[str]
    settings: Mapping[str, str] = field(default_factory=dict)
    directory: Path = ROOT
    ready: str = "/ready"
    port: int = 0
    process: "subprocess.Popen[bytes] | None" = None

    @property
    def http(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    def start(self) -> None:
        log = CACHE / "logs" / f"{self.name}.log"
        log.parent.mkdir(parents=True, exist_ok=True)
        with log.open("wb") as output:
            self.process = subprocess.Popen(
                ["taskset", "-c", str(SERVER_CORE), *self.command],
                cwd=self.directory, env=self._environment(), start_new_session=True,
                stdin=subprocess.DEVNULL, stdout=output, stderr=subprocess.STDOUT,
            )  # fmt: skip
        self._wait(log)

    def end(self) -> None:
        if self.process is None:
            return
        self._signal(signal.SIGCONT)
        self._signal(signal.SIGTERM)
        with suppress(subprocess.TimeoutExpired):
            self.process.wait(STOP_SECONDS)
        self._signal(signal.SIGKILL)
        self.process.wait()

    def pause(self) -> None:
        self._signal(signal.SIGSTOP)

    def go_on(self) -> None:
        self._signal(signal.SIGCONT)

    def cpu_seconds(self) -> float:
        """Time on a processor so far, of all threads of the server itself."""
        spent = 0
        for thread in Path(f"/proc/{self._pid()}/task").iterdir():
            spent += int((thread / "schedstat").read_text().split()[0])
        return spent / NANOSECONDS

    def memory_kb(self) -> int:
        """Resident memory of the server itself."""
        status = Path(f"/proc/{self._pid()}/status").read_text()
        return int(status.split("VmRSS:")[1].split()[0])

    def _pid(self) -> int:
        assert self.process
        return self.process.pid

    def _signal(self, number: int) -> None:
        try:
            os.killpg(self._pid(), number)
        except ProcessLookupError:
            return

    def _environment(self) -> dict[str, str]:
        return {
            **environment(),
            "HOST": "127.0.0.1",
            "PORT": str(self.port),
            "LOG_FORMAT": "console",
            **self.settings,
        }

    def _wait(self, log: Path) -> None:
        assert self.process
        deadline = time.monotonic() + START_SECONDS
        while time.monotonic() < deadline and self.process.poll() is None:
            try:
                urllib.request.urlopen(self.http + self.ready, timeout=5).close()  # noqa: S310 our own server
                return
            except urllib.error.HTTPError as refused:
                if refused.code < SERVER_FAULT:
                    return  # PostGraphile has no page of its own there, but it answers
                time.sleep(LOOK_AGAIN_SECONDS)
            except OSError:
                time.sleep(LOOK_AGAIN_SECONDS)
        self.end()
        raise NotStarted(f"{self.name} did not start:\n{log.read_text(errors='replace')[-2000:]}")


@contextmanager
def running(servers: Sequence[Server]) -> Iterator[None]:
    """All of them started, each on a free port."""
    with ExitStack() as stack:
        for server in servers:
            server.port = free_port()
            stack.callback(server.end)
            server.start()
        yield


def free_port() -> int:
    """One that nobody listens on, as the system gives it."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


@contextmanager
def only(server: Server, others: Sequence[Server]) -> Iterator[None]:
    """Every other server stands still, so that none of their clocks and loops takes the core."""
    for other in others:
        if other is not server:
            other.pause()
    try:
        yield
    finally:
        for other in others:
            other.go_on()
