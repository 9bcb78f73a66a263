"""Frames written past ASGI: the inner parts of uvicorn that this leans on, and that nothing is lost or mixed up."""

import asyncio
from collections.abc import AsyncIterator

import pytest
import uvicorn
from starlette.types import Receive, Scope, Send
from uvicorn.protocols.websockets.websockets_sansio_impl import WebSocketsSansIOProtocol
from websockets.asyncio.client import ClientConnection, connect
from websockets.exceptions import ConnectionClosed

from api.transport.direct import FULL_OCTETS, KERNEL_OCTETS, Direct, DirectProtocol, direct_of
from api.transport.framing import framed
from tests.server import free_port
from tests.waiting import until

SIZES = (0, 1, 125, 126, 127, 65535, 65536, 200_000)


class Application:
    """Accepts, keeps the door, and reads until the end."""

    def __init__(self) -> None:
        self.doors: list[Direct] = []
        self.ends: list[int] = []

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "websocket":
            return
        await receive()
        await send({"type": "websocket.accept"})
        door = direct_of(scope["extensions"])
        assert door
        self.doors.append(door)
        while (message := await receive())["type"] != "websocket.disconnect":
            await send({"type": "websocket.send", "text": message["text"]})
        self.ends.append(message["code"])

    async def door(self, count: int = 1) -> Direct:
        async def opened() -> bool:
            return len(self.doors) >= count

        await until(opened)
        return self.doors[-1]

    async def ended(self) -> int:
        async def has_ended() -> bool:
            return bool(self.ends)

        await until(has_ended)
        return self.ends[0]


@pytest.fixture
async def application() -> Application:
    return Application()


@pytest.fixture
async def url(application: Application) -> AsyncIterator[str]:
    port = free_port()
    config = uvicorn.Config(
        application, port=port, ws=DirectProtocol, lifespan="off", log_level="error",
        ws_per_message_deflate=False, ws_ping_interval=None,
    )  # fmt: skip
    server = uvicorn.Server(config)
    serving = asyncio.create_task(server.serve())

    async def started() -> bool:
        return server.started

    await until(started)
    yield f"ws://127.0.0.1:{port}"
    server.should_exit = True
    server.force_exit = True
    await serving


def test_the_inner_parts_are_there() -> None:
    """A new uvicorn that renames them fails here, with this list to mend `api/transport/direct.py` by."""
    config = uvicorn.Config(Application(), lifespan="off")
    config.load()
    state = uvicorn.server.ServerState()
    loop = asyncio.new_event_loop()
    protocol = WebSocketsSansIOProtocol(config, state, {}, loop)
    loop.close()
    for name in (
        "conn",
        "queue",
        "writable",
        "close_sent",
        "close_timer",
        "disconnected",
        "transport",
        "loop",
    ):
        assert hasattr(protocol, name), name
    for name in ("handle_connect", "pause_writing", "resume_writing", "connection_made"):
        assert callable(getattr(WebSocketsSansIOProtocol, name)), name


async def test_frames_of_all_sizes_arrive_whole_between_the_applications_own(
    application: Application, url: str
) -> None:
    async with connect(url, max_size=None) as client:
        door = await application.door()
        for size in SIZES:
            door.write(framed(b"x" * size))
            await client.send(f"echo {size}")
            heard = {await client.recv(), await client.recv()}
            assert heard == {"x" * size, f"echo {size}"}


async def test_a_full_socket_says_so_and_calls_back_when_it_was_read(
    application: Application, url: str
) -> None:
    client = await stopped_client(url)
    door = await application.door()
    sent = 0
    while not door.full:
        door.write(framed(b"y" * 10_000))
        sent += 1
    assert FULL_OCTETS < sent * 10_000 < 8 * (FULL_OCTETS + KERNEL_OCTETS)
    assert 0 <= door.taken() <= sent * 10_000 - FULL_OCTETS
    drained = asyncio.Event()
    door.when_drained(drained.set)
    waiting = asyncio.create_task(door.drained())
    await asyncio.sleep(0)
    assert not drained.is_set() and not waiting.done()
    client.transport.resume_reading()
    for _ in range(sent):
        assert len(await client.recv()) == 10_000
    await asyncio.wait_for(drained.wait(), 10)
    await asyncio.wait_for(waiting, 10)
    assert not door.full and door.taken() > sent * 10_000 - FULL_OCTETS
    called = []
    door.when_drained(lambda: called.append(1))
    assert called == [1]
    await client.close()


async def test_who_hangs_up_on_a_full_socket_tells_the_application_and_the_client_that_reads_on(
    application: Application, url: str
) -> None:
    client = await stopped_client(url)
    door = await application.door()
    while not door.full:
        door.write(framed(b"z" * 10_000))
    door.hang_up(4498, "Too slow")
    assert await application.ended() == 4498
    door.write(framed(b"after"))
    client.transport.resume_reading()
    with pytest.raises(ConnectionClosed) as closed:
        while await client.recv() != "after":
            await asyncio.sleep(0)
    assert closed.value.rcvd and closed.value.rcvd.code == 4498


async def test_nothing_is_written_after_the_client_has_gone(application: Application, url: str) -> None:
    client = await connect(url)
    door = await application.door()
    client.transport.abort()
    await application.ended()
    door.write(framed(b"nobody"))
    await asyncio.wait_for(door.drained(), 10)


def test_without_the_extension_there_is_no_door() -> None:
    assert direct_of(None) is None
    assert direct_of({"websocket.http.response": {}}) is None


async def stopped_client(url: str) -> ClientConnection:
    """A client that reads nothing, with little room in its kernel."""
    client = await connect(url, max_size=None, max_queue=None, compression=None, ping_interval=None)
    client.transport.pause_reading()
    return client
