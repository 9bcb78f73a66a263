"""The subscribers as a program: one order as JSON a line on standard input, one answer a line on standard output."""

import json
import resource
import socket
import sys
from collections.abc import Callable
from typing import Any
from uuid import uuid4

from bench.clients.claims import Claims
from bench.clients.http import READ_AT_ONCE, BadAnswer, whole_body
from bench.clients.sockets import Crowd, event_time

ID_LETTERS = 36
SAME_ID = "0" * ID_LETTERS
"""As long as the others' ids, so that every server sends as many octets."""


class Trigger:
    """What makes an event: a GET, a claim or a release, or nobody here."""

    def __init__(self, port: int, given: dict[str, Any]) -> None:
        self._path = given.get("path")
        self._claims = Claims(port, *given["claim"]) if "claim" in given else None
        self._answer: bytes | None = None
        self._socket: socket.socket | None = None
        self._port = port

    def pull(self) -> None:
        if self._claims:
            # A connection of its own: servers close one that was silent for as long as an event may take.
            self._socket = socket.create_connection(("127.0.0.1", self._port))
            self._socket.sendall(self._claims.next(self._answer))
        elif self._path:
            self._get()

    def finish(self) -> None:
        """Take the answer of a claim, after its event has been delivered."""
        received = bytearray()
        while self._socket:
            part = self._socket.recv(READ_AT_ONCE)
            if not part:
                raise BadAnswer("the server closed the connection before it answered a claim")
            received += part
            self._answer = whole_body(received)
            if self._answer is not None:
                self._socket.close()
                self._socket = None

    def _get(self) -> None:
        with socket.create_connection(("127.0.0.1", self._port)) as one:
            one.sendall(f"GET {self._path} HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\n\r\n".encode())
            while one.recv(READ_AT_ONCE):
                continue


class Program:
    """Keeps the crowd between orders."""

    def __init__(self) -> None:
        self._crowd: Crowd | None = None
        self._trigger: Trigger | None = None

    @property
    def crowd(self) -> Crowd:
        assert self._crowd
        return self._crowd

    def open(self, order: dict[str, Any]) -> dict[str, Any]:
        """`count` more subscribers; tokens are dealt out in turn."""
        self._crowd = self._crowd or Crowd(order["port"])
        tokens, count = order["tokens"] or [""], order["count"]
        ids = [SAME_ID if order["same_id"] else str(uuid4()) for _ in range(count)]
        dealt = [tokens[number % len(tokens)] for number in range(count)]
        self._crowd.open(dealt, ids, order["document"])
        return {}

    def settle(self, order: dict[str, Any]) -> dict[str, Any]:
        self.crowd.settle(order["seconds"])
        return {}

    def trigger(self, order: dict[str, Any]) -> dict[str, Any]:
        self._trigger = Trigger(order["port"], order)
        return {}

    def event(self, order: dict[str, Any]) -> dict[str, Any]:
        """One event to everybody."""
        assert self._trigger
        found = self.crowd.deliver(self._trigger.pull, len(self.crowd.members))
        self._trigger.finish()
        return {"last_ms": found.last_ms(), "octets": len(found.sample), "client": self.crowd.busy}

    def burst(self, order: dict[str, Any]) -> dict[str, Any]:
        """Wait for what somebody else has caused."""
        found = self.crowd.deliver(_nothing, order["wanted"])
        return {
            "first": found.arrived[0],
            "last": found.arrived[-1],
            "event": event_time(found.sample),
            "client": self.crowd.busy,
        }


def _nothing() -> None:
    return


def main() -> None:
    _, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    resource.setrlimit(resource.RLIMIT_NOFILE, (hard, hard))
    program = Program()
    orders: dict[str, Callable[[dict[str, Any]], dict[str, Any]]] = {
        "open": program.open,
        "settle": program.settle,
        "trigger": program.trigger,
        "event": program.event,
        "burst": program.burst,
    }
    for line in sys.stdin:
        order = json.loads(line)
        sys.stdout.write(json.dumps(orders[order["order"]](order)) + "\n")
        sys.stdout.flush()


if __name__ == "__main__":
    main()
