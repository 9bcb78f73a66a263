"""A subscription as server-sent events: the same operations as a socket's, for one of them, with the hub's frames."""

import asyncio
from collections.abc import AsyncGenerator, Callable
from contextlib import aclosing

import orjson
from starlette.responses import Response, StreamingResponse

from api.service import Service
from api.transport.codes import CloseCode
from api.transport.direct import FULL_OCTETS
from api.transport.operations import Operations
from api.transport.planned import Planned
from api.transport.subscriber import Subscriber
from schema.common.broadcast import Words
from schema.common.context import Context

MEDIA_TYPE = "text/event-stream"
HEADERS = {
    "cache-control": "no-cache, no-transform",
    "x-accel-buffering": "no",  # a proxy that gathers would hold frames back
}
ONLY = "1"
"""The id of the one operation."""
COMMENT_SECONDS = 15.0
COMMENT = b": ping\r\n\r\n"


def as_events(answer: bytes) -> Response:
    """One answer, as whoever takes events only wants it."""
    return Response(_event("next", answer) + _event("complete"), headers=HEADERS, media_type=MEDIA_TYPE)


def event_stream(planned: Planned, service: Service, words: Words, context: Context) -> Response:
    """What a subscription yields, for as long as the client listens."""
    chunks = _chunks(planned, service, words, context)
    return StreamingResponse(chunks, headers=HEADERS, media_type=MEDIA_TYPE)


async def _chunks(
    planned: Planned, service: Service, words: Words, context: Context
) -> AsyncGenerator[bytes, None]:
    outbox = Outbox(context)
    operations = _Operations(planned, outbox, service.hub, outbox)
    operations.begin(ONLY, words)
    try:
        async with aclosing(outbox.chunks()) as chunks:
            async for chunk in chunks:
                yield chunk
    finally:
        await operations.cancel_all()


class _Listener(Subscriber):
    """The hub's receiver: frames go into the outbox as they are."""

    __slots__ = ()

    def frame(self, payload: bytes) -> bytes:
        return _event("next", payload)


class _Operations(Operations):
    receiver = _Listener


class Outbox:
    """Between a subscription and a response that is read as fast as the client takes it: as much as a socket holds."""

    def __init__(self, context: Context) -> None:
        self.written = 0
        self._context = context
        self._held: list[bytes] = []
        self._octets = 0
        self._ended = False
        self._more = asyncio.Event()
        self._calls: list[Callable[[], None]] = []

    @property
    def full(self) -> bool:
        return self._octets > FULL_OCTETS

    def write(self, frame: bytes) -> None:
        self._held.append(frame)
        self._octets += len(frame)
        self.written += len(frame)
        self._more.set()

    def taken(self) -> int:
        return self.written - self._octets

    async def drained(self) -> None:
        while self.full:
            emptied = asyncio.Event()
            self._calls.append(emptied.set)
            await emptied.wait()

    def when_drained(self, call: Callable[[], None]) -> None:
        if self.full:
            self._calls.append(call)
        else:
            call()

    def hang_up(self, code: int, reason: str) -> None:
        self._ended = True
        self._more.set()

    def context(self) -> Context:
        return self._context

    async def give_up(self, code: CloseCode) -> None:
        self.hang_up(code, code.reason)

    async def send(self, message: dict[str, object]) -> None:
        """A message of the subscription's own stream, in the order of the hub's frames."""
        await self.drained()
        match message["type"]:
            case "next":
                self.write(_event("next", orjson.dumps(message["payload"], default=str)))
                return
            case "error":
                self.write(_event("next", orjson.dumps({"errors": message["payload"]}, default=str)))
        self.write(_event("complete"))
        self._ended = True

    async def chunks(self) -> AsyncGenerator[bytes, None]:
        """What was written, until the end; a comment now and then, for those who cut what is silent."""
        while self._held or not self._ended:
            try:
                async with asyncio.timeout(COMMENT_SECONDS):
                    await self._more.wait()
            except TimeoutError:
                yield COMMENT
                continue
            self._more.clear()
            held, self._held, self._octets = b"".join(self._held), [], 0
            if held:
                yield held
            calls, self._calls = self._calls, []
            for call in calls:
                call()


def _event(name: str, data: bytes = b"") -> bytes:
    return b"event: %b\r\ndata: %b\r\n\r\n" % (name.encode(), data)
