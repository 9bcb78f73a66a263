"""The subscribers' program, held from here: it answers every order with one line."""

import json
import subprocess
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

from api.dev.paths import ROOT
from bench.processes import CLIENT_CORE


@dataclass
class Crowd:
    """Orders to the program on the clients' core."""

    process: "subprocess.Popen[str]"

    def open(
        self, port: int, count: int, tokens: Sequence[str], document: str, *, same_id: bool = False
    ) -> None:
        """Add so many subscribers; tokens are dealt out in turn."""
        self._order("open", port=port, count=count, tokens=list(tokens), document=document, same_id=same_id)

    def settle(self, seconds: float) -> None:
        self._order("settle", seconds=seconds)

    def trigger(self, port: int, **what: Any) -> None:
        """`path` of a GET, or `claim`: token, work item and fence."""
        self._order("trigger", port=port, **what)

    def event(self) -> dict[str, float]:
        """One event to all: milliseconds until the last had it, octets of a frame, the client's own seconds."""
        return self._order("event")

    def begin_burst(self, wanted: int) -> None:
        """Count from now on; the answer is read by `end_burst`."""
        self._send("burst", wanted=wanted)

    def end_burst(self) -> dict[str, float]:
        """Seconds since 1970 of the first and last frame, and of the event in the first."""
        return self._receive()

    def _order(self, order: str, **given: Any) -> dict[str, float]:
        self._send(order, **given)
        return self._receive()

    def _send(self, order: str, **given: Any) -> None:
        assert self.process.stdin
        self.process.stdin.write(json.dumps({"order": order, **given}) + "\n")
        self.process.stdin.flush()

    def _receive(self) -> dict[str, float]:
        assert self.process.stdout
        line = self.process.stdout.readline()
        if not line:
            assert self.process.stderr
            raise RuntimeError(f"the subscribers ended:\n{self.process.stderr.read()[-2000:]}")
        answer: dict[str, float] = json.loads(line)
        return answer


@contextmanager
def crowd() -> Iterator[Crowd]:
    """No subscribers yet; all gone afterwards."""
    process = subprocess.Popen(
        ["taskset", "-c", str(CLIENT_CORE), sys.executable, "-m", "bench.clients.fanout"],
        cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True,
    )  # fmt: skip
    try:
        yield Crowd(process)
    finally:
        process.kill()
        process.wait()
