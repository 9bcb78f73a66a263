"""One socket speaking graphql-transport-ws."""

import asyncio
from collections.abc import Coroutine
from contextlib import ExitStack, suppress

import orjson
from starlette.websockets import WebSocket, WebSocketDisconnect
from strawberry import Schema

from api.service import Service
from api.transport.codes import CloseCode
from api.transport.credentials import viewpoint_of_socket
from api.transport.messages import BadMessage, Complete, Init, Message, Ping, Pong, Subscribe, read
from api.transport.operations import Operations
from api.transport.rate import Bucket
from models.kernel.errors import Unauthenticated
from subscriptions.viewpoint import Viewpoint

INIT_WAIT_SECONDS = 10.0
PING_SECONDS = 12.0
CLOSE_WAIT_SECONDS = 5.0
BURST_MESSAGES, MESSAGES_PER_SECOND = 250, 50


class Socket:
    """Reads messages in order while operations run beside; anybody may `close` it."""

    def __init__(self, websocket: WebSocket, schema: Schema, service: Service, address: str) -> None:
        self.operations = Operations(schema, self.send)
        self._websocket = websocket
        self._service = service
        self._address = address
        self._device = websocket.headers.get("user-agent", "")
        self._viewpoint: Viewpoint | None = None
        self._rate = Bucket(BURST_MESSAGES, MESSAGES_PER_SECOND)
        self._initialised = asyncio.Event()
        self._answered = True
        self._closed = False
        self._beside: set[asyncio.Task[None]] = set()
        self._held = ExitStack()

    async def run(self) -> None:
        """Serve until either side closes."""
        self._start(self._expect_init())
        reading = asyncio.create_task(self._read_all())
        self._start(self._keep_alive(reading))
        try:
            await asyncio.wait({reading})
        finally:
            reading.cancel()
            for task in self._beside:
                task.cancel()
            self._held.close()
            await self.operations.cancel_all()

    async def send(self, message: dict[str, object]) -> None:
        with suppress(WebSocketDisconnect, RuntimeError):  # the other side has gone; reading finds that out
            await self._websocket.send_text(orjson.dumps(message, default=str).decode())

    async def close(self, code: CloseCode, reason: str | None = None) -> None:
        if self._closed:
            return
        self._closed = True
        with suppress(WebSocketDisconnect, RuntimeError, TimeoutError):
            async with asyncio.timeout(CLOSE_WAIT_SECONDS):
                await self._websocket.close(code, reason or code.reason)

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
                self._answered = True
            case Subscribe():
                await self._subscribe(message)
            case Complete(id):
                self.operations.cancel(id)

    async def _initialise(self, payload: dict[str, object]) -> None:
        if self._initialised.is_set():
            await self.close(CloseCode.TOO_MANY, "Too many initialisation requests")
            return
        self._initialised.set()
        try:
            viewpoint = await viewpoint_of_socket(self._websocket, payload)
        except Unauthenticated:
            await self.close(CloseCode.FORBIDDEN)
            return
        self._viewpoint = self._held.enter_context(self._service.watch.over(viewpoint))
        self._start(self._follow_session(viewpoint))
        await self.send({"type": "connection_ack"})

    async def _subscribe(self, message: Subscribe) -> None:
        if self._viewpoint is None:
            await self.close(CloseCode.UNAUTHORIZED)
        elif message.id in self.operations:
            await self.close(CloseCode.ID_IN_USE, f"Subscriber for {message.id[:40]} already exists")
        else:
            context = self._service.context(self._viewpoint, self._address, self._device)
            await self.operations.start(message, context)

    async def _expect_init(self) -> None:
        try:
            async with asyncio.timeout(INIT_WAIT_SECONDS):
                await self._initialised.wait()
        except TimeoutError:
            await self.close(CloseCode.INIT_TIMEOUT)

    async def _keep_alive(self, reading: "asyncio.Task[None]") -> None:
        """Ping, and hang up on whoever does not answer, even when nothing can be written any more."""
        await self._initialised.wait()
        while self._answered:
            self._answered = False
            with suppress(TimeoutError):
                async with asyncio.timeout(PING_SECONDS):
                    await self.send({"type": "ping"})
                    await asyncio.Event().wait()
        await self.close(CloseCode.NO_PONG)
        reading.cancel()

    async def _follow_session(self, viewpoint: Viewpoint) -> None:
        bell = asyncio.Event()
        with viewpoint.ringing(bell):
            while not viewpoint.ended:
                await bell.wait()
                bell.clear()
        await self.close(CloseCode.FORBIDDEN, "Session ended")

    def _start(self, work: Coroutine[object, object, None]) -> None:
        task = asyncio.create_task(work)
        self._beside.add(task)
        task.add_done_callback(self._beside.discard)
