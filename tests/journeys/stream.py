"""A subscription that somebody keeps open; every frame is written down."""

import asyncio
import json
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass, field
from typing import Any

from websockets.exceptions import ConnectionClosed

from tests.clients import RawSocket, raw_socket
from tests.journeys.client import Client, Json

PATIENCE_SECONDS = 20.0

EVENT = "event { id cursor name at summary actor { kind label } subject { id } }"
CASES = (
    "subscription ($after: Cursor, $id: ID) { registrationChanged(after: $after, id: $id) {"
    f" cursor kind {EVENT} registration {{ id state version status }} }} }}"
)
WORK = (
    "subscription ($after: Cursor) { workQueueChanged(after: $after) {"
    f" cursor kind {EVENT} workItem {{ id state stage fence heldBy {{ id name }} subject {{ id title }} }} }} }}"
)
MESSAGES = (
    "subscription ($after: Cursor) { notificationAdded(after: $after) {"
    f" cursor kind {EVENT} notification {{ id state text link urgent }} }} }}"
)


class Silent(Exception):
    """What was waited for did not come; the message tells what did."""


@dataclass
class Stream:
    """`events`: the frames of kind EVENT, in the order in which they came."""

    events: list[Json] = field(default_factory=list)
    _grown: asyncio.Event = field(default_factory=asyncio.Event)

    @property
    def names(self) -> list[str]:
        return [frame["event"]["name"] for frame in self.events]

    async def until(self, wanted: Callable[[Json], bool]) -> Json:
        """The first frame that is wanted, waited for if need be."""
        seen = 0
        try:
            async with asyncio.timeout(PATIENCE_SECONDS):
                while True:
                    for frame in self.events[seen:]:
                        seen += 1
                        if wanted(frame):
                            return frame
                    self._grown.clear()
                    await self._grown.wait()
        except TimeoutError:
            raise Silent(f"only {self.names} came") from None

    async def named(self, name: str, times: int = 1) -> Json:
        """The frame of the n-th event of that name."""
        left: int = times

        def wanted(frame: Json) -> bool:
            nonlocal left
            left -= frame["event"]["name"] == name
            return left == 0

        return await self.until(wanted)

    async def listen(self, socket: RawSocket) -> None:
        """Until the socket ends."""
        with suppress(ConnectionClosed):
            while True:
                message = json.loads(await socket.connection.recv())
                if message["type"] == "ping":
                    await socket.say({"type": "pong"})
                elif message["type"] != "pong":
                    self._note(message)

    def _note(self, message: Json) -> None:
        assert message["type"] == "next", message
        assert not message["payload"].get("errors"), message
        (frame,) = message["payload"]["data"].values()
        if frame["kind"] == "EVENT":
            self.events.append(frame)
            self._grown.set()


@asynccontextmanager
async def following(client: Client, document: str, **variables: Any) -> AsyncIterator[Stream]:
    """The stream of whoever signed in with the client. `after` in the variables: from there on, nothing is missed."""
    stream = Stream()
    async with raw_socket(
        str(client.http.base_url.copy_with(scheme="ws", path="/graphql")), init=False
    ) as socket:
        await socket.init({"authorization": f"Bearer {client.token}"})
        await socket.subscribe("1", document, variables)
        listening = asyncio.create_task(stream.listen(socket))
        yield stream
        listening.cancel()
