"""Clients as programs of others would be: one socket, messages as they are."""

import asyncio
import json
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass
from typing import Any, cast

from websockets.asyncio.client import ClientConnection, connect
from websockets.exceptions import ConnectionClosed
from websockets.typing import Subprotocol

PROTOCOL = Subprotocol("graphql-transport-ws")
ANSWER_SECONDS = 60

Json = dict[str, Any]


class Closed(Exception):
    """The server closed the socket."""

    def __init__(self, code: int, reason: str) -> None:
        super().__init__(f"{code} {reason}")
        self.code = code
        self.reason = reason


@dataclass
class RawSocket:
    """A socket that says what it is told, right or wrong."""

    connection: ClientConnection

    async def say(self, message: object) -> None:
        """Text and octets go as they are, everything else as JSON."""
        raw = message if isinstance(message, str | bytes) else json.dumps(message)
        with suppress(ConnectionClosed):
            await self.connection.send(raw)

    async def hear(self) -> Json:
        """The next message; pings of the server are answered on the way. :raises Closed: there is none."""
        try:
            async with asyncio.timeout(ANSWER_SECONDS):
                while True:
                    message = cast(Json, json.loads(await self.connection.recv()))
                    if message != {"type": "ping"}:
                        return message
                    await self.say({"type": "pong"})
        except ConnectionClosed as closed:
            code = closed.rcvd.code if closed.rcvd else 1006
            raise Closed(code, closed.rcvd.reason if closed.rcvd else "") from None

    async def hear_close(self) -> int:
        """The code with which the server closes; whatever it says before is skipped."""
        while True:
            try:
                await self.hear()
            except Closed as closed:
                return closed.code

    async def init(self, payload: Json | None = None) -> None:
        await self.say({"type": "connection_init"} | ({"payload": payload} if payload is not None else {}))
        assert (await self.hear())["type"] == "connection_ack"

    async def subscribe(self, id: str, query: str, variables: Json | None = None) -> None:
        await self.say(
            {"id": id, "type": "subscribe", "payload": {"query": query, "variables": variables or {}}}
        )

    def cut(self) -> None:
        """As a network that breaks: no close frame."""
        self.connection.transport.abort()


@asynccontextmanager
async def raw_socket(
    url: str, *, init: bool = True, headers: dict[str, str] | None = None
) -> AsyncIterator[RawSocket]:
    """An open socket, initialised unless told otherwise."""
    async with connect(
        url,
        subprotocols=[PROTOCOL],
        additional_headers=headers,
        compression=None,
        ping_interval=None,
        open_timeout=ANSWER_SECONDS,
    ) as connection:
        socket = RawSocket(connection)
        if init:
            await socket.init()
        yield socket
