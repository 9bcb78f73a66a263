"""A subscriber of `registrationChanged` that comes back after every cut and writes down what it was told."""

import asyncio
from collections.abc import AsyncIterator, Iterable, Iterator
from contextlib import asynccontextmanager, contextmanager
from dataclasses import dataclass, field

from websockets.exceptions import ConnectionClosed, InvalidHandshake

from models.kernel.ids import key_of
from tests.clients import Closed, Json, RawSocket, raw_socket
from tests.server import Server

CHANGES = (
    "subscription ($after: Cursor) { registrationChanged(after: $after) {"
    " kind cursor event { id } registration { id state status } } }"
)
NOWHERE = "ws://127.0.0.1:9/"
PAUSE_SECONDS = 0.05
"""Before an address that refused is asked again."""


@dataclass
class Follower:
    """It keeps its cursor, and takes the next of `urls` after each end of a connection."""

    urls: list[str]
    token: str
    entries: list[int] = field(default_factory=list)
    """Keys of the journal's entries, in the order in which they came."""
    cursor: str | None = None
    cuts: int = 0
    codes: list[int] = field(default_factory=list)
    """With which servers closed; 1006 where there was no word of it."""
    resyncs: int = 0
    forgiving: bool = False
    """Faults of the service are borne: ask again from the cursor, as after a cut."""
    live: asyncio.Event = field(default_factory=asyncio.Event)
    """Set by the first frame: from here on nothing may be missed."""
    _socket: RawSocket | None = None
    _grown: asyncio.Event = field(default_factory=asyncio.Event)

    async def follow(self) -> None:
        """Until cancelled."""
        turn = 0
        while True:
            try:
                async with raw_socket(self.urls[turn % len(self.urls)], init=False) as socket:
                    await socket.init({"authorization": f"Bearer {self.token}"})
                    await self._listen(socket)
            except Closed as closed:
                self.codes.append(closed.code)
            except (ConnectionClosed, OSError, TimeoutError, InvalidHandshake):
                await asyncio.sleep(PAUSE_SECONDS)
            self._socket = None
            turn += 1

    async def has(self, entries: int) -> None:
        """Wait until so many entries were told."""
        while len(self.entries) < entries:
            self._grown.clear()
            await self._grown.wait()

    def cut(self) -> bool:
        """Cut the connection if there is one."""
        if self._socket is None:
            return False
        self._socket.cut()
        self._socket = None
        self.cuts += 1
        return True

    @contextmanager
    def away(self) -> Iterator[None]:
        """Cut off, and without a way back until the block ends."""
        urls, self.urls = self.urls, [NOWHERE]
        self.cut()
        yield
        self.urls = urls

    async def _listen(self, socket: RawSocket) -> None:
        self._socket = socket
        await socket.subscribe("1", CHANGES, {"after": self.cursor})
        while (message := await socket.hear())["type"] == "next":
            if not message["payload"].get("errors"):
                self._note(message["payload"])
            elif self.forgiving:
                return
            else:
                raise AssertionError(message)
        assert message["type"] == "complete" or self.forgiving, message

    def _note(self, result: Json) -> None:
        frame = result["data"]["registrationChanged"]
        self.cursor = frame["cursor"]
        self.live.set()
        self.resyncs += frame["kind"] == "RESYNC_REQUIRED"
        if frame["kind"] == "EVENT":
            self.entries.append(key_of("evt", frame["event"]["id"]))
            self._grown.set()


async def first_frame(server: Server, token: str, after: str | None) -> str:
    """The kind of what a stream that goes on from this cursor begins with."""
    async with raw_socket(server.ws, init=False) as socket:
        await socket.init({"authorization": f"Bearer {token}"})
        await socket.subscribe("1", CHANGES, {"after": after})
        return str((await socket.hear())["payload"]["data"]["registrationChanged"]["kind"])


@asynccontextmanager
async def all_following(followers: Iterable[Follower]) -> AsyncIterator[None]:
    """Each has had its first frame when the block begins. One that fails ends the block with its error."""
    async with asyncio.TaskGroup() as group:
        tasks = [group.create_task(follower.follow()) for follower in followers]
        await asyncio.gather(*(follower.live.wait() for follower in followers))
        yield
        for task in tasks:
            task.cancel()
