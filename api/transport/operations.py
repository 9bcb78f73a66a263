"""The operations running on one socket."""

import asyncio
from collections.abc import Awaitable, Callable
from contextlib import aclosing

import structlog
from graphql import GraphQLError
from strawberry import Schema
from strawberry.types.execution import ExecutionResult, PreExecutionError

from api.metrics import FRAMES
from api.transport.faults import formatted
from api.transport.messages import Subscribe
from models.kernel.errors import TooCostly
from schema.common.context import Context

MOST_AT_ONCE = 100
log = structlog.get_logger("socket")

Send = Callable[[dict[str, object]], Awaitable[None]]


class Operations:
    """Each runs in a task of its own and sends its results in order; a send waits for a slow client."""

    def __init__(self, schema: Schema, send: Send) -> None:
        self._schema = schema
        self._send = send
        self._tasks: dict[str, asyncio.Task[None]] = {}

    def __contains__(self, id: str) -> bool:
        return id in self._tasks

    def __len__(self) -> int:
        return len(self._tasks)

    async def start(self, message: Subscribe, context: Context) -> None:
        if len(self._tasks) >= MOST_AT_ONCE:
            await self._refuse(message.id, TooCostly(f"一个连接上同时至多 {MOST_AT_ONCE} 个操作"))
            return
        self._tasks[message.id] = asyncio.create_task(self._run(message, context))

    def cancel(self, id: str) -> None:
        """The client has lost interest; the id is free at once."""
        task = self._tasks.pop(id, None)
        if task:
            task.cancel()

    async def cancel_all(self) -> None:
        """Wait until all have ended: a step that is being committed is not torn apart."""
        tasks = list(self._tasks.values())
        self._tasks.clear()
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)

    async def _run(self, message: Subscribe, context: Context) -> None:
        try:
            await self._stream(message, context)
        except Exception as error:
            log.exception("operation failed")
            await self._refuse(message.id, error)
        finally:
            self._free(message.id)

    async def _stream(self, message: Subscribe, context: Context) -> None:
        results = await self._schema.stream(
            message.query,
            variable_values=message.variables,
            context_value=context,
            operation_name=message.operation_name,
        )
        async with aclosing(results):
            async for result in results:
                if isinstance(result, PreExecutionError):
                    await self._fail(message.id, result.errors or [])
                    return
                assert isinstance(result, ExecutionResult)
                await self._send({"id": message.id, "type": "next", "payload": payload(result)})
                FRAMES.inc()
        self._free(message.id)
        await self._send({"id": message.id, "type": "complete"})

    async def _refuse(self, id: str, cause: Exception) -> None:
        await self._fail(id, [GraphQLError(str(cause), path=[], original_error=cause)])

    async def _fail(self, id: str, errors: list[GraphQLError]) -> None:
        self._free(id)
        await self._send({"id": id, "type": "error", "payload": [formatted(error) for error in errors]})

    def _free(self, id: str) -> None:
        if self._tasks.get(id) is asyncio.current_task():
            del self._tasks[id]


def payload(result: ExecutionResult) -> dict[str, object]:
    """A result as it stands in a `next` message."""
    body: dict[str, object] = {"data": result.data}
    if result.errors:
        body["errors"] = [formatted(error) for error in result.errors]
    return body
