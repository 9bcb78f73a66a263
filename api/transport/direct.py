"""uvicorn's WebSocket protocol with a door for text that is framed already: written at once, without awaiting.

The only place that touches uvicorn's inner parts (docs/adr/0013); `tests/api/test_direct.py` notices when they change.
"""

import asyncio
from collections.abc import Callable
from fcntl import ioctl
from socket import SO_SNDBUF, SOL_SOCKET, socket
from struct import Struct
from termios import TIOCOUTQ
from typing import Any, Protocol, cast

from uvicorn._types import ASGIReceiveEvent, ASGISendEvent
from uvicorn.config import Config
from uvicorn.protocols.websockets.websockets_sansio_impl import WebSocketsSansIOProtocol
from uvicorn.server import ServerState
from websockets.http11 import Request

from api.transport.waiting import Gate, Messages

EXTENSION = "zhiye.direct"
"""Key in scope["extensions"]; absent with other servers."""

FULL_OCTETS = 128 * 1024
"""A socket with more than this waiting for the client is full: nothing but its own replies are added."""
EMPTY_OCTETS = 32 * 1024
KERNEL_OCTETS = 128 * 1024
"""What the kernel may hold besides (it doubles this for its own bookkeeping); by itself it would take megabytes."""
LAST_WORDS_SECONDS = 5.0
_INT = Struct("i")


def in_kernel(one: socket) -> int:
    """Octets in the kernel that the other side has not acknowledged; 0 where the kernel cannot say."""
    try:
        return _INT.unpack(ioctl(one.fileno(), TIOCOUTQ, bytes(_INT.size)))[0]  # type: ignore[no-any-return]
    except (OSError, ValueError):
        return 0


class Direct(Protocol):
    """What the extension offers."""

    written: int
    """How many octets of frames were handed over so far."""

    @property
    def full(self) -> bool:
        """Does so much wait that nothing but its own replies is added?"""

    def write(self, frame: bytes) -> None:
        """Hand a frame to the network, even of a full socket. After a close it goes nowhere."""

    def taken(self) -> int:
        """How many octets of all frames the client's side has taken so far."""

    async def drained(self) -> None:
        """Wait until the socket is not full, or has gone."""

    def when_drained(self, call: Callable[[], None]) -> None:
        """Call once as soon as the socket is not full any more; not at all when it goes."""

    def hang_up(self, code: int, reason: str) -> None:
        """Close a socket that does not take what is sent: say why if it still listens, and cut it soon after."""


class DirectProtocol(WebSocketsSansIOProtocol):
    """Given to uvicorn as `ws=`."""

    full = False
    written = 0
    _refused = False
    """Has the client sent what is no WebSocket message, or too large a one?"""

    def __init__(
        self,
        config: Config,
        server_state: ServerState,
        app_state: dict[str, Any],
        _loop: asyncio.AbstractEventLoop | None = None,
    ) -> None:
        super().__init__(config, server_state, app_state, _loop)
        self.queue = cast("asyncio.Queue[ASGIReceiveEvent]", Messages())
        self.writable = cast(asyncio.Event, Gate())
        self._calls: list[Callable[[], None]] = []

    def handle_connect(self, event: Request) -> None:
        super().handle_connect(event)
        if self.response.status_code == 101:
            self.transport.set_write_buffer_limits(FULL_OCTETS, EMPTY_OCTETS)
            self._socket: socket = self.transport.get_extra_info("socket")
            self._socket.setsockopt(SOL_SOCKET, SO_SNDBUF, KERNEL_OCTETS)
            cast(dict[str, object], self.scope["extensions"])[EXTENSION] = self

    def data_received(self, data: bytes) -> None:
        if not self._refused:
            super().data_received(data)

    def handle_parser_exception(self) -> None:
        """Say what was wrong, and go on taking what the client still sends without looking at it: closing while
        there is unread data would reset the connection, and the client would never read why."""
        assert self.conn.close_sent is not None
        code, reason = self.conn.close_sent.code, self.conn.close_sent.reason
        self._refused = self.close_sent = True
        self.queue.put_nowait({"type": "websocket.disconnect", "code": code, "reason": reason})
        self.transport.write(b"".join(self.conn.data_to_send()))
        if self.transport.can_write_eof():
            self.transport.write_eof()
        self.close_timer = self.loop.call_later(LAST_WORDS_SECONDS, self.transport.abort)

    async def send(self, message: ASGISendEvent) -> None:
        await super().send(message)
        if message["type"] == "websocket.accept":
            del self.request, self.response  # nothing asks for the handshake's headers any more

    def pause_writing(self) -> None:
        self.full = True
        super().pause_writing()

    def resume_writing(self) -> None:
        self.full = False
        super().resume_writing()
        calls, self._calls = self._calls, []
        for call in calls:
            call()

    def write(self, frame: bytes) -> None:
        if not (self.close_sent or self.disconnected or self.transport.is_closing()):
            self.transport.write(frame)
            self.written += len(frame)

    def taken(self) -> int:
        return self.written - self.transport.get_write_buffer_size() - in_kernel(self._socket)

    async def drained(self) -> None:
        while (
            self.full and not self.disconnected
        ):  # of several who waited, the first may have filled it again
            await self.writable.wait()

    def when_drained(self, call: Callable[[], None]) -> None:
        if self.full:
            self._calls.append(call)
        else:
            call()

    def hang_up(self, code: int, reason: str) -> None:
        if self.close_sent or self.disconnected:
            return
        self.queue.put_nowait({"type": "websocket.disconnect", "code": code, "reason": reason})
        self.conn.send_close(code, reason)
        self.transport.write(b"".join(self.conn.data_to_send()))
        self.close_sent = True
        self.close_timer = self.loop.call_later(LAST_WORDS_SECONDS, self.transport.abort)


def direct_of(extensions: dict[str, object] | None) -> Direct | None:
    """The door of a socket, if its server has one."""
    return cast("Direct | None", (extensions or {}).get(EXTENSION))
