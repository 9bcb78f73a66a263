"""Many subscribers over one epoll: opened once, then counted event by event."""

import json
import select
import socket
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import datetime

from bench.clients.frames import PING, PONG, TEXT, frame, handshake, packed, take

READ_AT_ONCE = 64 * 1024
OPENED_AT_ONCE = 20
PATIENCE_SECONDS = 300.0
LONGEST_WAIT_SECONDS = 0.05
MOST_AT_ONCE = 16_384
EVENT = b'"EVENT"'


class Broken(Exception):
    """A server closed a socket, said error, or was silent for too long."""


@dataclass
class Subscriber:
    """One socket with one subscription under an id of its own."""

    socket: socket.socket
    id: str
    received: bytearray = field(default_factory=bytearray)
    got: int = 0

    def say(self, message: object) -> None:
        self.socket.sendall(frame(message))

    def messages(self) -> list[bytes]:
        """What has come whole; pings are answered here."""
        part = self.socket.recv(READ_AT_ONCE)
        if not part:
            raise Broken(
                f"the server closed a socket after {self.got} events: {bytes(self.received[:200])!r}"
            )
        self.received += part
        found = []
        while one := take(self.received):
            opcode, payload = one
            if opcode == PING:
                self.socket.sendall(packed(PONG, payload))
            elif opcode != TEXT:
                raise Broken(f"the server closed a socket: {payload!r}")
            elif payload.startswith(b'{"type":"ping"') or payload == b'{"type": "ping"}':
                self.say({"type": "pong"})
            else:
                found.append(payload)
        return found


class Crowd:
    """All subscribers of one server. Events are found by their kind, never parsed while they are timed."""

    def __init__(self, port: int) -> None:
        self.port = port
        self.members: dict[int, Subscriber] = {}
        self.busy = 0.0
        self._poll = select.epoll()

    def open(self, tokens: Sequence[str], ids: Sequence[str], document: str) -> None:
        """Connect, sign in and subscribe, some at a time; afterwards every subscription is known to listen."""
        for first in range(0, len(ids), OPENED_AT_ONCE):
            group = [
                self._connect(id_, token)
                for id_, token in zip(ids[first : first + OPENED_AT_ONCE], tokens[first:], strict=False)
            ]
            for one in group:
                self._until(one, b"connection_ack")
                payload = {"query": document, "variables": {}}
                one.say({"id": one.id, "type": "subscribe", "payload": payload})
                one.say({"type": "ping"})
            for one in group:
                self._until(one, b"pong")
                self._poll.register(one.socket, select.EPOLLIN)
                self.members[one.socket.fileno()] = one
            self.settle(0)  # who was let in before is asked whether they still live, and must answer

    def settle(self, seconds: float) -> None:
        """Read whatever comes for so long: marks of the beginning, pings."""
        end = time.perf_counter() + seconds
        self._read(lambda: time.perf_counter() >= end, lambda one, payload: None)

    def deliver(self, trigger: Callable[[], None], wanted: int) -> "Delivery":
        """Let something happen and wait until so many event frames have come in all."""
        found, started = Delivery(), time.process_time()

        def note(one: Subscriber, payload: bytes) -> None:
            if EVENT in payload:
                if one.id.encode() not in payload[:120]:
                    raise Broken(f"a frame without its subscription's id: {payload[:200]!r}")
                one.got += 1
                found.frames += 1
                found.sample = found.sample or payload
                found.arrived.append(time.time())

        trigger()
        self._read(lambda: found.frames >= wanted, note, lambda: f"{found.frames} of {wanted} events came")
        self.busy = time.process_time() - started
        return found

    def close(self) -> None:
        for one in self.members.values():
            one.socket.close()
        self._poll.close()

    def _read(
        self,
        done: Callable[[], bool],
        note: Callable[[Subscriber, bytes], None],
        said: Callable[[], str] = lambda: "nothing",
    ) -> None:
        deadline = time.perf_counter() + PATIENCE_SECONDS
        finished = False
        while not finished:
            finished = done()
            if time.perf_counter() > deadline:
                raise Broken(f"{said()} within {PATIENCE_SECONDS} seconds")
            for number, _ in self._poll.poll(0 if finished else LONGEST_WAIT_SECONDS, MOST_AT_ONCE):
                one = self.members[number]
                for payload in one.messages():
                    if b'"errors"' in payload or b'"type":"error"' in payload:
                        raise Broken(payload[:500].decode())
                    note(one, payload)

    def _connect(self, id_: str, token: str) -> Subscriber:
        one = Subscriber(socket.create_connection(("127.0.0.1", self.port)), id_)
        one.socket.sendall(handshake(self.port))
        while b"\r\n\r\n" not in one.received:
            part = one.socket.recv(READ_AT_ONCE)
            if not part:
                raise Broken(f"no handshake: {bytes(one.received)!r}")
            one.received += part
        head, _, rest = bytes(one.received).partition(b"\r\n\r\n")
        if b" 101 " not in head:
            raise Broken(head.decode())
        one.received = bytearray(rest)
        one.say({"type": "connection_init", "payload": {"authorization": f"Bearer {token}"} if token else {}})
        return one

    def _until(self, one: Subscriber, word: bytes) -> None:
        while not any(word in payload for payload in one.messages()):
            continue


@dataclass
class Delivery:
    """Frames of one event (or of one burst) with the instants at which they came, seconds since 1970."""

    frames: int = 0
    arrived: list[float] = field(default_factory=list)
    sample: bytes = b""

    def happened_at(self) -> float:
        """The instant that the event itself carries."""
        return event_time(self.sample)

    def last_ms(self) -> float:
        """From the event to the last delivery."""
        return (self.arrived[-1] - self.happened_at()) * 1000


def event_time(payload: bytes) -> float:

    (shown,) = json.loads(payload)["payload"]["data"].values()
    return datetime.fromisoformat(shown["event"]["at"]).timestamp()
