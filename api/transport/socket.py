"""One socket speaking graphql-transport-ws."""

import asyncio
from collections.abc import Coroutine
from contextlib import suppress

import orjson
from starlette.websockets import WebSocket, WebSocketDisconnect

from api.pages.build import served_build
from api.service import Service
from api.transport.codes import CloseCode
from api.transport.credentials import viewpoint_of_socket
from api.transport.direct import direct_of
from api.transport.framing import framed
from api.transport.liveness import PING, Liveness
from api.transport.messages import BadMessage, Complete, Init, Message, Ping, Pong, Subscribe, read
from api.transport.operations import Operations
from api.transport.planned import Planned
from api.transport.rate import Bucket
from models.kernel.errors import Unauthenticated
from models.kernel.outage import is_outage
from schema.common.context import Context
from subscriptions.viewpoint import Viewpoint

INIT_WAIT_SECONDS = 10.0
PING_SECONDS = 12.0
CLOSE_WAIT_SECONDS = 5.0
BURST_MESSAGES, MESSAGES_PER_SECOND = 250, 50


class Socket:
    """Reads messages in order while operations run beside; anybody may `close` it.

    An idle socket has no task but the server's own: the process's wheel calls `turn`, the viewpoint `set`.
    """

    __slots__ = (
        "_address", "_beside", "_closed", "_device", "_direct", "_initialised", "_life", "_rate", "_reading",
        "_service", "_slot", "_turn_at", "_viewpoint", "_websocket", "operations",
    )  # fmt: skip

    def __init__(self, websocket: WebSocket, planned: Planned, service: Service, address: str) -> None:
        self._direct = direct_of(websocket.scope.get("extensions"))
        self.operations = Operations(planned, self, service.hub, self._direct)
        self._websocket = websocket
        self._service = service
        self._address = address
        self._device = websocket.headers.get("user-agent", "")
        self._viewpoint: Viewpoint | None = None
        self._rate = Bucket(BURST_MESSAGES, MESSAGES_PER_SECOND)
        self._initialised = False
        self._life = Liveness(self._direct)
        self._closed = False
        self._turn_at = 0.0
        self._slot = 0
        self._reading: asyncio.Task[None] | None = None
        self._beside: set[asyncio.Task[None]] | None = None

    async def run(self) -> None:
        """Serve until either side closes."""
        self._reading = asyncio.current_task()
        self._wait(INIT_WAIT_SECONDS)
        try:
            await self._read_all()
        except asyncio.CancelledError:
            if not self._closed:
                raise
        finally:
            self._closed = True
            self._service.sockets.wheel.drop(self._slot, self)
            for task in self._beside or ():
                task.cancel()
            if self._viewpoint:
                self._viewpoint.unlisten(self)
                self._service.watch.discard(self._viewpoint)
            await self.operations.cancel_all()

    async def send(self, message: dict[str, object]) -> None:
        """Waits while the client does not take what was sent before."""
        text = orjson.dumps(message, default=str)
        if self._direct:
            await self._direct.drained()
            self._direct.write(framed(text))
            return
        with suppress(WebSocketDisconnect, RuntimeError):  # the other side has gone; reading finds that out
            await self._websocket.send_text(text.decode())

    async def close(self, code: CloseCode, reason: str | None = None) -> None:
        if self._closed:
            return
        self._closed = True
        if self._direct and self._direct.full:
            self._direct.hang_up(code, reason or code.reason)
            return
        with suppress(WebSocketDisconnect, RuntimeError, TimeoutError):
            async with asyncio.timeout(CLOSE_WAIT_SECONDS):
                await self._websocket.close(code, reason or code.reason)

    async def give_up(self, code: CloseCode) -> None:
        self._beside_start(self.close(code))

    def context(self) -> Context:
        assert self._viewpoint
        return self._service.context(self._viewpoint, self._address, self._device)

    def turn(self) -> None:
        """Called by the wheel: who never began is closed; who began is pinged, and closed when it did not answer."""
        now = asyncio.get_running_loop().time()
        if self._closed:
            return
        if now < self._turn_at:
            self._wait(self._turn_at - now)
        elif not self._initialised:
            self._beside_start(self.close(CloseCode.INIT_TIMEOUT))
        elif reason := self._life.verdict():
            self._beside_start(self._hang_up(reason))
        else:
            self._ping()
            self._wait(PING_SECONDS)

    def set(self) -> None:
        """The viewpoint's bell: an ended session ends the socket."""
        if self._viewpoint and self._viewpoint.ended and not self._closed:
            self._beside_start(self.close(CloseCode.FORBIDDEN, "Session ended"))

    async def _read_all(self) -> None:
        try:
            while True:
                received = await self._websocket.receive()
                if received["type"] == "websocket.disconnect":
                    return
                if not self._closed:
                    await self._handle(received.get("text"))
        except BadMessage as error:
            await self.close(CloseCode.BAD_MESSAGE, str(error))

    async def _handle(self, text: str | None) -> None:
        if not self._rate.take():
            await self.close(CloseCode.TOO_MANY)
            return
        if text is None:
            raise BadMessage("Message must be text")
        await self._obey(read(text))

    async def _obey(self, message: Message) -> None:
        match message:
            case Init(payload):
                await self._initialise(payload)
            case Ping(payload):
                await self.send({"type": "pong"} | ({"payload": payload} if payload is not None else {}))
            case Pong():
                self._life.answered = True
            case Subscribe():
                await self._subscribe(message)
            case Complete(id):
                self.operations.cancel(id)

    async def _initialise(self, payload: dict[str, object]) -> None:
        if self._initialised:
            await self.close(CloseCode.TOO_MANY, "Too many initialisation requests")
            return
        self._initialised = True
        try:
            viewpoint = await viewpoint_of_socket(self._websocket, payload)
        except Unauthenticated:
            await self.close(CloseCode.FORBIDDEN)
            return
        except Exception as error:
            if not is_outage(error):
                raise
            await self.close(CloseCode.UNAVAILABLE)
            return
        self._viewpoint = viewpoint
        self._service.watch.add(viewpoint)
        viewpoint.listen(self)
        build = served_build(self._service.settings.web_dir)
        await self.send({"type": "connection_ack"} | ({"payload": {"build": build}} if build else {}))
        self._turn_at = asyncio.get_running_loop().time() + PING_SECONDS
        self._ping()

    async def _subscribe(self, message: Subscribe) -> None:
        if self._viewpoint is None:
            await self.close(CloseCode.UNAUTHORIZED)
        elif message.id in self.operations:
            await self.close(CloseCode.ID_IN_USE, f"Subscriber for {message.id[:40]} already exists")
        else:
            await self.operations.start(message)

    def _ping(self) -> None:
        if not self._life.ping():
            return
        if self._direct:
            self._direct.write(PING)
        else:
            self._beside_start(self.send({"type": "ping"}))

    async def _hang_up(self, code: CloseCode) -> None:
        """Also when nothing can be written any more."""
        await self.close(code)
        if self._direct is None and self._reading:
            self._reading.cancel()

    def _wait(self, seconds: float) -> None:
        self._slot = self._service.sockets.wheel.after(seconds, self)

    def _beside_start(self, work: Coroutine[object, object, None]) -> None:
        task = asyncio.create_task(work)
        self._beside = self._beside or set()
        self._beside.add(task)
        task.add_done_callback(self._beside.discard)
