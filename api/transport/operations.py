"""The operations running on one socket."""

import asyncio
from collections.abc import Sequence
from contextlib import aclosing
from dataclasses import dataclass
from typing import Protocol

import structlog
from graphql import GraphQLError, get_operation_ast
from strawberry.types.execution import ExecutionResult, PreExecutionError

from api.metrics import FRAMES, note_way
from api.transport.codes import CloseCode
from api.transport.direct import Direct
from api.transport.faults import formatted
from api.transport.measure import Measure
from api.transport.messages import Subscribe
from api.transport.persisted import text_of
from api.transport.planned import Planned
from api.transport.subscriber import Subscriber
from models.kernel.errors import Fault, TooCostly, Unavailable
from schema.common.broadcast import Joining, Words
from schema.common.context import Context
from subscriptions.hub import Hub
from subscriptions.stream import Resumed

MOST_AT_ONCE = 100
LIGHT_COST = 1000
"""Fields, each counted once per object it may be answered for."""
log = structlog.get_logger("socket")


class Peer(Protocol):
    """Whoever asks: a socket, or a stream of events."""

    def context(self) -> Context:
        """The surroundings of a new operation."""

    async def send(self, message: dict[str, object]) -> None:
        """Waits while the client does not take what was sent before."""

    async def give_up(self, code: CloseCode) -> None:
        """End everything in a way that lets the client come back by itself."""


@dataclass(slots=True)
class _Running:
    """An operation: a task while it runs by itself, a place in the hub once it has caught up."""

    task: "asyncio.Task[None] | None" = None
    joining: Joining | None = None


class Operations:
    """Each runs in a task of its own and sends its results in order; a send waits for a slow client.

    With a hub and a direct way to the socket, subscriptions that have caught up need no task any more.
    """

    receiver: type[Subscriber] = Subscriber
    """What takes the hub's frames."""

    def __init__(self, planned: Planned, peer: Peer, hub: Hub, direct: Direct | None) -> None:
        self._planned = planned
        self._peer = peer
        self._hub = hub
        self._direct = direct
        self._running: dict[str, _Running] = {}

    def __contains__(self, id: str) -> bool:
        return id in self._running

    def __len__(self) -> int:
        return len(self._running)

    async def start(self, message: Subscribe) -> None:
        if len(self._running) >= MOST_AT_ONCE:
            await self._refuse(message.id, TooCostly(f"一个连接上同时至多 {MOST_AT_ONCE} 个操作"))
            return
        try:
            text = text_of(self._planned.documents, message.query, message.extensions)
        except Fault as fault:
            await self._refuse(message.id, fault)
            return
        self.begin(message.id, Words(text or "", message.variables or {}, message.operation_name))

    def begin(self, id: str, words: Words) -> None:
        """Run what is asked in these words."""
        self._running[id] = running = _Running()
        self._begin(id, running, words)

    def cancel(self, id: str) -> None:
        """The client has lost interest; the id is free at once."""
        running = self._running.pop(id, None)
        if running:
            self._end(running)

    async def cancel_all(self) -> None:
        """Wait until all have ended: a step that is being committed is not torn apart."""
        tasks = [running.task for running in self._running.values() if running.task]
        for running in self._running.values():
            self._end(running)
        self._running.clear()
        await asyncio.gather(*tasks, return_exceptions=True)

    def _begin(self, id: str, running: _Running, words: Words, resumed: Resumed | None = None) -> None:
        context = self._peer.context()
        if self._direct:
            receiver = self.receiver(id, self._direct, self._go_on)
            running.joining = Joining(self._hub, words, receiver, is_light, resumed)
            context.services[Joining] = running.joining
        running.task = asyncio.create_task(self._run(id, running, words, context))

    def _go_on(self, subscriber: Subscriber, at: Resumed) -> None:
        """The hub has let a subscription go."""
        running = self._running.get(subscriber.id)
        if running and running.joining and running.joining.receiver is subscriber:
            self._begin(subscriber.id, running, running.joining.words, at)

    def _end(self, running: _Running) -> None:
        if running.task:
            running.task.cancel()
        if running.joining and running.joining.member:
            self._hub.leave(running.joining.member)

    async def _run(self, id: str, running: _Running, words: Words, context: Context) -> None:
        try:
            if not await self._answered(id, running, words, context):
                await self._stream(id, running, words, context)
        except Exception as error:
            log.exception("operation failed")
            await self._refuse(id, error)
        finally:
            self._finish(id, running)

    async def _answered(self, id: str, running: _Running, words: Words, context: Context) -> bool:
        """A query or mutation by its plan; False when the library has to run what is asked."""
        outcome = await self._planned.run(words, context)
        if not self._is_live(words):
            note_way(outcome.way)
        if outcome.body is None:
            return False
        self._finish(id, running)
        await self._peer.send({"id": id, "type": "next", "payload": {"data": outcome.body["data"]}})
        FRAMES.inc()
        await self._peer.send({"id": id, "type": "complete"})
        return True

    def _is_live(self, words: Words) -> bool:
        operation = self._planned.operation(words)
        return operation is not None and operation.is_subscription

    async def _stream(self, id: str, running: _Running, words: Words, context: Context) -> None:
        joining, live = running.joining, self._is_live(words)
        results = await self._planned.documents.schema.stream(
            words.text,
            variable_values=dict(words.variables),
            context_value=context,
            operation_name=words.operation_name,
        )
        async with aclosing(results):
            async for result in results:
                if live and _is_outage(getattr(result, "errors", None) or ()):
                    # An error would end the subscription for good; who comes back is told what it missed.
                    await self._peer.give_up(CloseCode.UNAVAILABLE)
                    return
                if isinstance(result, PreExecutionError):
                    await self._fail(id, result.errors or [])
                    return
                assert isinstance(result, ExecutionResult)
                await self._peer.send({"id": id, "type": "next", "payload": payload(result)})
                FRAMES.inc()
        if joining is None or joining.member is None:
            self._finish(id, running)
            await self._peer.send({"id": id, "type": "complete"})

    async def _refuse(self, id: str, cause: Exception) -> None:
        await self._fail(id, [GraphQLError(str(cause), path=[], original_error=cause)])

    async def _fail(self, id: str, errors: list[GraphQLError]) -> None:
        running = self._running.get(id)
        if running:
            self._finish(id, running)
        await self._peer.send({"id": id, "type": "error", "payload": [formatted(error) for error in errors]})

    def _finish(self, id: str, running: _Running) -> None:
        """The running task is done; the id is free unless the hub or a younger task goes on with it."""
        if running.task is not asyncio.current_task() or self._running.get(id) is not running:
            return
        running.task = None
        if running.joining is None or running.joining.member is None:
            del self._running[id]


def _is_outage(errors: Sequence[GraphQLError]) -> bool:
    return any(formatted(error)["extensions"]["code"] == Unavailable.code for error in errors)


def is_light(words: Words) -> bool:
    """May the hub evaluate it (it is valid)? What costs much is left to a stream of its own, for which nobody else
    has to wait."""
    operation = get_operation_ast(words.document, words.operation_name)
    assert operation
    return Measure(words.document, operation, words.variables).size.cost <= LIGHT_COST


def payload(result: ExecutionResult) -> dict[str, object]:
    """A result as it stands in a `next` message."""
    body: dict[str, object] = {"data": result.data}
    if result.errors:
        body["errors"] = [formatted(error) for error in result.errors]
    return body
