"""A client that reads slowly or not at all costs a bounded buffer, slows nobody, and loses nothing."""

import asyncio
import json
import socket
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import httpx
from websockets.asyncio.client import connect
from websockets.exceptions import ConnectionClosed

from tests.clients import PROTOCOL, Closed, RawSocket, raw_socket
from tests.server import Server, serving
from tests.waiting import until

READERS, EVENTS, COPIES = 100, 40, 60
QUERY = "subscription ($after: Cursor) { nameGiven(after: $after) { kind cursor entry } }"
LARGE = (
    f"""subscription {{ nameGiven {{ kind cursor entry {" ".join(f"n{n}: name" for n in range(30))} }} }}"""
)
NAME = "mutation ($name: String!) { namePerson(name: $name) { id } }"
LITTLE_ROOM = 16 * 1024
GROWTH_KILOBYTES = 16 * 1024
"""Far less than the copies that would wait for the client if they were kept for it (about 14 MB a socket)."""
NOT_READ_SECONDS = 60.0
ABNORMAL = 1006


@dataclass
class Reader:
    """A subscriber that takes every frame at once."""

    url: str
    entries: list[int] = field(default_factory=list)
    cuts: int = 0
    live: asyncio.Event = field(default_factory=asyncio.Event)
    """Set by the first frame: from here on nothing may be missed."""
    _grown: asyncio.Event = field(default_factory=asyncio.Event)

    async def follow(self) -> None:
        """Until cancelled, or until it is cut."""
        try:
            async with raw_socket(self.url) as socket:
                await socket.subscribe("1", QUERY)
                while True:
                    self._note((await socket.hear())["payload"]["data"]["nameGiven"])
        except Closed:
            self.cuts += 1

    async def has(self, entries: int) -> None:
        """Wait until so many entries were told."""
        while len(self.entries) < entries:
            self._grown.clear()
            await self._grown.wait()

    def _note(self, frame: dict[str, Any]) -> None:
        self.live.set()
        if frame["kind"] == "EVENT":
            self.entries.append(frame["entry"])
            self._grown.set()


async def test_a_client_that_never_reads_is_cut_others_are_not_slowed_and_it_comes_back_to_everything(
    sqlite: str, tmp_path: Path
) -> None:
    with serving(sqlite, tmp_path, SOCKETS_PER_ADDRESS="1000") as server:
        readers = [Reader(server.ws) for _ in range(READERS)]
        following = [asyncio.create_task(reader.follow()) for reader in readers]
        await asyncio.gather(*(reader.live.wait() for reader in readers))
        async with narrow_socket(server) as deaf, narrow_socket(server) as slow:
            for number in range(COPIES):
                await deaf.subscribe(str(number), LARGE)
                await slow.subscribe(str(number), LARGE)
            first = await heard(deaf, COPIES)
            await heard(slow, COPIES)
            before = resident(server)
            reading = asyncio.create_task(trickle(slow))
            alive = asyncio.create_task(keep_saying_pong(deaf))
            await name_persons(server, EVENTS)
            await asyncio.gather(*(reader.has(EVENTS) for reader in readers))
            assert resident(server) - before < GROWTH_KILOBYTES
            code = await closing(deaf)
            assert code in (4498, None)  # told why, or cut before there was room to say so
            alive.cancel()
            entries = readers[0].entries
            assert len(entries) == EVENTS
            assert all(reader.entries == entries and not reader.cuts for reader in readers)
            told = await asyncio.wait_for(reading, 120)
            assert told == {str(number): entries for number in range(COPIES)}
        async with raw_socket(server.ws) as again:
            await again.subscribe("1", QUERY, {"after": first})
            frames = [(await again.hear())["payload"]["data"]["nameGiven"] for _ in range(EVENTS)]
            assert [frame["entry"] for frame in frames] == entries
        for task in following:
            task.cancel()


@asynccontextmanager
async def narrow_socket(server: Server) -> AsyncIterator[RawSocket]:
    """An initialised socket whose kernel keeps little for it."""
    plain = socket.socket()
    plain.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, LITTLE_ROOM)
    plain.connect(("127.0.0.1", server.port))
    plain.setblocking(False)
    async with connect(
        server.ws, sock=plain, subprotocols=[PROTOCOL], compression=None, ping_interval=None, max_size=None,
        close_timeout=0.1,
    ) as connection:  # fmt: skip
        found = RawSocket(connection)
        await found.init()
        yield found


async def heard(client: RawSocket, frames: int) -> str:
    """Take the first frames; gives the cursor of the last."""
    cursor = ""
    for _ in range(frames):
        cursor = (await client.hear())["payload"]["data"]["nameGiven"]["cursor"]
    return cursor


async def trickle(client: RawSocket) -> dict[str, list[int]]:
    """Read a little, then pause, until every copy has all events; answers pings late, when it comes to them."""
    told: dict[str, list[int]] = {}
    while sum(map(len, told.values())) < COPIES * EVENTS:
        message: dict[str, Any] = json.loads(await client.connection.recv())
        if message["type"] == "ping":
            await client.say({"type": "pong"})
            continue
        frame = message["payload"]["data"]["nameGiven"]
        if frame["kind"] == "EVENT":
            told.setdefault(message["id"], []).append(frame["entry"])
            await asyncio.sleep(0.002)
    return told


async def keep_saying_pong(client: RawSocket) -> None:
    """Alive, but deaf."""
    with suppress(ConnectionClosed):
        while True:
            await client.say({"type": "pong"})
            await asyncio.sleep(1)


async def closing(client: RawSocket) -> int | None:
    """Wait, without reading, until the server has cut the connection, then read what there was; None: no reason came."""
    plain = client.connection.transport.get_extra_info("socket")

    async def cut() -> bool:
        try:
            plain.getpeername()
        except OSError:
            return True
        return False

    await until(cut, NOT_READ_SECONDS)
    with suppress(ConnectionClosed):
        while True:
            await client.connection.recv()
    code = client.connection.close_code
    return None if code == ABNORMAL else code


async def name_persons(server: Server, events: int) -> None:
    async with httpx.AsyncClient(base_url=server.http, timeout=60) as client:
        for number in range(events):
            body = {"query": NAME, "variables": {"name": f"{number}" + "名" * 60}}
            assert "errors" not in (await client.post("/graphql", json=body)).json()


def resident(server: Server) -> int:
    """Kilobytes of memory that the server holds."""
    assert server.process
    status = Path(f"/proc/{server.process.pid}/status").read_text(encoding="ascii")
    (line,) = (line for line in status.splitlines() if line.startswith("VmRSS"))
    return int(line.split()[1])
