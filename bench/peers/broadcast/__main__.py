"""`python -m bench.peers.broadcast` with PORT. Every subscriber must use the same id, because the octets are shared."""

import asyncio
import json
import os
from datetime import UTC, datetime
from http import HTTPStatus

import uvloop
from websockets.asyncio.server import ServerConnection, broadcast, serve
from websockets.datastructures import Headers
from websockets.http11 import Request, Response
from websockets.typing import Subprotocol

SUBSCRIBED: set[ServerConnection] = set()
IDS: set[str] = set()


async def listen(connection: ServerConnection) -> None:
    async for raw in connection:
        message = json.loads(raw)
        if message["type"] == "connection_init":
            await connection.send('{"type":"connection_ack"}')
        elif message["type"] == "subscribe":
            IDS.add(message["id"])
            SUBSCRIBED.add(connection)
        elif message["type"] == "ping":
            await connection.send('{"type":"pong"}')
    SUBSCRIBED.discard(connection)


def frame() -> str:
    moment = datetime.now(UTC).isoformat()
    item = {"id": "wrk_1", "state": "HELD", "fence": 1, "heldUntil": moment}
    event = {"id": "evt_1", "name": "WORK_CLAIMED", "at": moment}
    shown = {
        "cursor": "aRqJTwAAAAAAAAAAAAAAAAAAAAEAAAAAAAAAAQ", "kind": "EVENT", "event": event, "workItem": item
    }  # fmt: skip
    (id_,) = IDS
    message = {"id": id_, "type": "next", "payload": {"data": {"workQueueChanged": shown}}}
    return json.dumps(message, separators=(",", ":"))


def plain(connection: ServerConnection, request: Request) -> Response | None:
    """The library's door for requests that are no sockets; it takes GET only, so the trigger is one."""
    if request.path == "/graphql":
        return None
    if request.path == "/trigger":
        broadcast(SUBSCRIBED, frame())
    body = b"{}"
    return Response(HTTPStatus.OK, "OK", Headers({"Content-Length": str(len(body))}), body)


async def main() -> None:
    port = int(os.environ["PORT"])
    async with serve(
        listen, "127.0.0.1", port, process_request=plain, compression=None, ping_interval=None,
        subprotocols=[Subprotocol("graphql-transport-ws")], backlog=2048,
    ) as server:  # fmt: skip
        await server.serve_forever()


if __name__ == "__main__":
    with asyncio.Runner(loop_factory=uvloop.new_event_loop) as runner:
        runner.run(main())
