"""A wire between a server and PostgreSQL that counts the statements that go over it: `python -m bench.clients.wire`.

Arguments: the port to listen on, PostgreSQL's host and port. One line on standard input asks for the count so far.
What is counted is what PostgreSQL is told to execute, whatever the server thinks of itself; words that only begin or
end a transaction are not.
"""

import asyncio
import struct
import sys
from dataclasses import dataclass, field

SSL_REQUEST = 80877103
EXECUTE, QUERY = ord("E"), ord("Q")
READ_AT_ONCE = 64 * 1024


@dataclass
class Counter:
    """Messages of the frontend protocol, version 3: the first ones have no type."""

    executed: int = 0

    def reader(self) -> "Messages":
        return Messages(self)


@dataclass
class Messages:
    """One connection's way to the server, cut into messages."""

    counter: Counter
    started: bool = False
    waiting: bytearray = field(default_factory=bytearray)

    def take(self, part: bytes) -> bool:
        """Count what has come whole. Is it a request for encryption, which is to be declined?"""
        self.waiting += part
        if not self.started and len(self.waiting) >= 8:
            length, code = struct.unpack_from("!II", self.waiting)
            if len(self.waiting) < length:
                return False
            del self.waiting[:length]
            self.started = code != SSL_REQUEST
            if code == SSL_REQUEST:
                return True
        while self.started and len(self.waiting) >= 5:
            kind, length = struct.unpack_from("!BI", self.waiting)
            if len(self.waiting) < 1 + length:
                break
            self.counter.executed += kind == EXECUTE or (kind == QUERY and not self._only_bounds(length))
            del self.waiting[: 1 + length]
        return False

    def _only_bounds(self, length: int) -> bool:
        text = bytes(self.waiting[5 : 1 + length])
        return text.startswith((b"BEGIN", b"COMMIT", b"ROLLBACK"))


async def forward(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
    while part := await reader.read(READ_AT_ONCE):
        writer.write(part)
        await writer.drain()
    writer.close()


async def serve(counter: Counter, host: str, port: int, listen: int) -> None:
    async def connect(client: asyncio.StreamReader, back: asyncio.StreamWriter) -> None:
        database, there = await asyncio.open_connection(host, port)
        backward = asyncio.create_task(forward(database, back))
        messages = counter.reader()
        while part := await client.read(READ_AT_ONCE):
            if messages.take(part):
                back.write(b"N")
                continue
            there.write(part)
            await there.drain()
        there.close()
        await backward

    server = await asyncio.start_server(connect, "127.0.0.1", listen)
    async with server:
        await asyncio.to_thread(answer, counter)


def answer(counter: Counter) -> None:
    for _ in sys.stdin:
        sys.stdout.write(f"{counter.executed}\n")
        sys.stdout.flush()


if __name__ == "__main__":
    asyncio.run(serve(Counter(), sys.argv[2], int(sys.argv[3]), int(sys.argv[1])))
