"""The render pool: documents are made in a few processes of their own, never in the server's loop or threads."""

import asyncio
from collections.abc import Coroutine
from enum import StrEnum
from typing import Any, Self, TypeVar

from printing import wire
from printing.child import Child, Limits, WorkerLost
from printing.documents import DOCUMENTS, DocumentData
from printing.documents.kinds import DocumentKind
from printing.errors import PoolBusy, PoolClosed, RenderCrashed

T = TypeVar("T")

ATTEMPTS = 2
"""A document is a pure function: when its worker was killed from outside, a fresh one may try once more."""


class PoolState(StrEnum):
    """Whether documents can be made."""

    STARTING = "starting"
    READY = "ready"
    FAILED = "failed"


class RenderPool:
    """Workers that are started once and replaced when they die, hang or have made their share.

    `async with RenderPool() as pool: pdf = await pool.render(DocumentKind.CERTIFICATE, data)`
    """

    def __init__(self, *, workers: int = 2, limits: Limits | None = None, waiting_max: int = 500) -> None:
        self._seats = [_Seat(limits or Limits()) for _ in range(workers)]
        self._free: asyncio.Queue[_Seat] = asyncio.Queue()
        self._tasks: set[asyncio.Task[Any]] = set()
        self._waiting_max = waiting_max
        self._starting: asyncio.Task[None] | None = None
        self._open = False

    async def __aenter__(self) -> Self:
        self.begin()
        try:
            await self.ready()
        except BaseException:
            await self.close()
            raise
        return self

    async def __aexit__(self, *_: object) -> None:
        await self.close()

    def begin(self) -> None:
        """Start all workers in the background; documents that are asked for meanwhile wait for them."""
        self._open = True
        self._starting = self._keep(self._start())

    async def ready(self) -> None:
        """Wait until the workers' fonts are loaded. After a failed start, try once more.

        Raises:
            NoChineseFont: nothing could be printed here. RenderTimedOut, RenderCrashed: a worker did not start.
            PoolClosed: it was closed meanwhile, or never begun.
        """
        if not self._open or self._starting is None:
            raise PoolClosed
        if self.state is PoolState.FAILED:
            self._starting = self._keep(self._start())
        await self._shielded(self._starting)

    @property
    def state(self) -> PoolState:
        """How the start went."""
        if self._starting is None or not self._starting.done():
            return PoolState.STARTING
        failed = self._starting.cancelled() or self._starting.exception()
        return PoolState.FAILED if failed else PoolState.READY

    async def _start(self) -> None:
        started = await asyncio.gather(*(seat.child() for seat in self._seats), return_exceptions=True)
        for failure in started:
            if isinstance(failure, BaseException):
                raise failure
        for seat in self._seats:
            self._free.put_nowait(seat)

    async def close(self) -> None:
        """End all workers; whoever still waits gets PoolClosed."""
        self._open = False
        for task in self._tasks:
            task.cancel()
        await asyncio.gather(*self._tasks, return_exceptions=True)
        await asyncio.gather(*(seat.clear() for seat in self._seats))

    async def render(self, kind: DocumentKind, data: DocumentData) -> bytes:
        """The bytes of one document. A caller that is cancelled leaves; its document is made and thrown away.

        Raises:
            UnprintableText, UnprintablePhoto, MissingSealRecord, DocumentTooLarge: the data is at fault.
            RenderTimedOut, RenderCrashed, PoolBusy, PoolClosed: try again later.
            TypeError: the data is not that kind's.
        """
        if not isinstance(data, DOCUMENTS[kind].data):
            raise TypeError(f"{kind} takes {DOCUMENTS[kind].data.__name__}, not {type(data).__name__}")
        if not self._open:
            raise PoolClosed
        if len(self._tasks) >= self._waiting_max:
            raise PoolBusy
        return await self._shielded(self._keep(self._make(wire.question(kind, data))))

    @property
    def pids(self) -> tuple[int, ...]:
        """The process numbers of the workers that run."""
        return tuple(pid for seat in self._seats if (pid := seat.pid) is not None)

    @property
    def busy(self) -> int:
        """How many workers have a document in hand."""
        return sum(seat.busy for seat in self._seats)

    @property
    def idle(self) -> bool:
        """Whether every worker stands ready and nothing is waiting."""
        return self._free.qsize() == len(self._seats)

    async def _make(self, question: bytes) -> bytes:
        await self.ready()
        seat = await self._free.get()
        try:
            return await seat.make(question)
        finally:
            if self._open:
                self._keep(self._give_back(seat))

    async def _give_back(self, seat: "_Seat") -> None:
        """Have a living worker ready for the next document; the one just made is already on its way."""
        try:
            await seat.child()
        finally:
            self._free.put_nowait(seat)

    async def _shielded(self, task: asyncio.Task[T]) -> T:
        """Its result; it goes on when whoever waits is cancelled."""
        try:
            return await asyncio.shield(task)
        except asyncio.CancelledError:
            if task.cancelled():
                raise PoolClosed from None
            raise

    def _keep(self, work: Coroutine[Any, Any, T]) -> asyncio.Task[T]:
        task = asyncio.create_task(work)
        self._tasks.add(task)
        task.add_done_callback(self._forget)
        return task

    def _forget(self, task: asyncio.Task[Any]) -> None:
        self._tasks.discard(task)
        if not task.cancelled():
            task.exception()  # seen, also when its caller has left


class _Seat:
    """A place at work: a worker, or the next one after it."""

    def __init__(self, limits: Limits) -> None:
        self._limits = limits
        self._child: Child | None = None
        self.busy = False

    @property
    def pid(self) -> int | None:
        return self._child.pid if self._child is not None and self._child.alive else None

    async def child(self) -> Child:
        """The worker of this seat, alive and with documents to go."""
        if self._child is not None and self._child.alive and not self._child.worn_out:
            return self._child
        await self.clear()
        self._child = await Child.start(self._limits)
        return self._child

    async def make(self, question: bytes) -> bytes:
        """One document; a worker that died over it is replaced, and the document tried once more."""
        for _ in range(ATTEMPTS):
            child = await self.child()
            self.busy = True
            try:
                return await child.ask(question)
            except WorkerLost:
                continue
            except asyncio.CancelledError:
                await self.clear()
                raise
            finally:
                self.busy = False
        raise RenderCrashed

    async def clear(self) -> None:
        """End the worker, if there is one."""
        child, self._child = self._child, None
        if child is not None:
            await child.end()
