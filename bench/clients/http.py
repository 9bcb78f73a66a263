"""Keep-alive HTTP connections over one epoll: each asks again as soon as it was answered."""

import select
import socket
import time
from dataclasses import dataclass, field
from typing import Protocol

READ_AT_ONCE = 256 * 1024
HEAD_END = b"\r\n\r\n"
CHUNKS_END = b"0\r\n\r\n"
LEAST_ANSWERS = 2
"""Of each connection, however slow the server is."""


class Asks(Protocol):
    """What one connection asks; it may depend on the answer before."""

    def next(self, answer: bytes | None) -> bytes:
        """The next request, whole. The first time there is no answer yet."""


class BadAnswer(Exception):
    """A server answered something that must not be timed."""


@dataclass
class Measured:
    """Seconds of each answered request, in the order of their ends, and how busy the client itself was."""

    seconds: list[float] = field(default_factory=list)
    lasted: float = 0.0
    busy: float = 0.0


@dataclass
class Connection:
    """One socket and what is under way on it."""

    socket: socket.socket
    asks: Asks
    asked_at: float = 0.0
    received: bytearray = field(default_factory=bytearray)

    def ask(self, answer: bytes | None) -> None:
        self.received.clear()
        self.asked_at = time.perf_counter()
        self.socket.sendall(self.asks.next(answer))

    def answer(self) -> bytes | None:
        """The body when it has come whole."""
        part = self.socket.recv(READ_AT_ONCE)
        if not part:
            raise BadAnswer("the server closed the connection")
        self.received += part
        return whole_body(self.received)


def measure(port: int, asks: list[Asks], seconds: float) -> Measured:
    """Ask on as many connections as there are askers, for so long.

    :raises BadAnswer: a status other than 200, or errors in the answer.
    """
    connections = [Connection(socket.create_connection(("127.0.0.1", port)), one) for one in asks]
    try:
        return _run(connections, seconds)
    finally:
        for one in connections:
            one.socket.close()


def _run(connections: list[Connection], seconds: float) -> Measured:
    found, poll = Measured(), select.epoll()
    by_number = {one.socket.fileno(): one for one in connections}
    began, busy = time.perf_counter(), time.process_time()
    for one in connections:
        poll.register(one.socket, select.EPOLLIN)
        one.ask(None)
    enough = LEAST_ANSWERS * len(connections)
    while (now := time.perf_counter()) < began + seconds or len(found.seconds) < enough:
        for number, _ in poll.poll(0.1):
            one = by_number[number]
            body = one.answer()
            if body is not None:
                found.seconds.append(time.perf_counter() - one.asked_at)
                one.ask(body)
    found.lasted = now - began
    found.busy = (time.process_time() - busy) / found.lasted
    poll.close()
    return found


def whole_body(received: bytearray) -> bytes | None:
    """:raises BadAnswer: a status other than 200, or errors in the answer."""
    head_end = received.find(HEAD_END)
    if head_end < 0:
        return None
    head = bytes(received[:head_end]).lower()
    begin = head_end + len(HEAD_END)
    place = head.find(b"content-length:")
    if place >= 0:
        length = int(head[place + 15 :].split(b"\r\n", 1)[0])
        if len(received) < begin + length:
            return None
        return checked(head, bytes(received[begin : begin + length]))
    if not received.endswith(CHUNKS_END):
        return None
    return checked(head, unchunked(bytes(received[begin:])))


def unchunked(raw: bytes) -> bytes:
    body = bytearray()
    while raw:
        size, _, raw = raw.partition(b"\r\n")
        length = int(size.split(b";")[0], 16)
        body += raw[:length]
        raw = raw[length + 2 :]
    return bytes(body)


def checked(head: bytes, body: bytes) -> bytes:
    if b" 200 " not in head[:16] or b'"errors"' in body:
        raise BadAnswer(f"{head[:60]!r} {body[:300]!r}")
    return body


def request(port: int, token: str | None, body: bytes, path: str = "/graphql") -> bytes:
    """A POST of JSON as octets."""
    authorization = f"Authorization: Bearer {token}\r\n" if token else ""
    head = (
        f"POST {path} HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\nContent-Type: application/json\r\n"
        f"Accept: application/json\r\n{authorization}Content-Length: {len(body)}\r\n\r\n"
    )
    return head.encode() + body


def ask_once(port: int, raw: bytes) -> bytes:
    """One request on a connection of its own; gives the body."""
    with socket.create_connection(("127.0.0.1", port)) as one:
        one.sendall(raw)
        received = bytearray()
        while (body := whole_body(received)) is None:
            part = one.recv(READ_AT_ONCE)
            if not part:
                raise BadAnswer(f"closed after {bytes(received[:300])!r}")
            received += part
        return body
