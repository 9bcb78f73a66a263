"""The unit of work: the only committer.

A step runs in a task of its own, behind a shield. A request that is cancelled (a dropped socket) waits for
the step to end before the cancellation goes on, because a transaction cancelled while it begins would keep
the connection locked for ever. Inside a unit there is nothing but database calls.
"""

import asyncio
from collections.abc import Awaitable, Callable, Coroutine
from dataclasses import dataclass, field
from datetime import datetime
from functools import partial, update_wrapper
from typing import Any, Concatenate, Generic, ParamSpec, TypeVar

from tortoise.transactions import in_transaction

from models.kernel import journal, replays
from models.kernel.clock import now
from models.kernel.database import WRITER, _inside, _unit_connection, in_unit
from models.kernel.errors import Refused, UserError
from models.kernel.events import Event
from models.kernel.journal import Position, Recorded
from models.kernel.rows import Row
from models.kernel.viewer import Viewer

P = ParamSpec("P")
T = TypeVar("T")

_running: set[asyncio.Task[Any]] = set()
_committed: list[Callable[[], None]] = []


@dataclass
class Unit:
    """One change being made: by whom, when, and what will be recorded of it."""

    viewer: Viewer
    now: datetime = field(default_factory=now)
    recorded: list[Recorded] = field(default_factory=list)
    refusal: Refused | None = None

    def record(self, event: Event, subject: Row) -> None:
        """Write the event with this change; it names the subject's version at the time of the commit."""
        self.recorded.append(Recorded(event, subject))

    def refuse_but_keep(self, *errors: UserError) -> None:
        """Commit what was written (a counter of wrong tries, say), then refuse."""
        self.refusal = Refused(*errors)


@dataclass(frozen=True)
class Done(Generic[T]):
    """What a step gave, where the journal has it, and whether an earlier answer was given again."""

    value: T
    cursor: Position | None
    replayed: bool = False


class Step(Generic[P, T]):
    """A verb of the domain. Call it with a viewer; `once(key)` makes it idempotent under that key."""

    def __init__(self, body: Callable[Concatenate[Unit, P], Awaitable[T]]) -> None:
        self.body = body
        update_wrapper(self, body)

    async def __call__(self, viewer: Viewer, *args: P.args, **kwargs: P.kwargs) -> Done[T]:
        return await self._run(viewer, None, partial(self.body, **kwargs), args, kwargs)

    def once(self, key: str | None) -> Callable[Concatenate[Viewer, P], Coroutine[Any, Any, Done[T]]]:
        async def keyed(viewer: Viewer, /, *args: P.args, **kwargs: P.kwargs) -> Done[T]:
            return await self._run(viewer, key, partial(self.body, **kwargs), args, kwargs)

        return keyed

    async def _run(
        self, viewer: Viewer, key: str | None, body: Callable[..., Awaitable[T]], args: Any, kwargs: Any
    ) -> Done[T]:
        claim = replays.claim(viewer, key, self.body.__qualname__, args, kwargs) if key else None
        return await _shielded(_commit(viewer, body, args, claim))


def unit_of_work(body: Callable[Concatenate[Unit, P], Awaitable[T]]) -> Step[P, T]:
    """Make a step of an async function that takes the unit first."""
    return Step(body)


def on_commit(listener: Callable[[], None]) -> Callable[[], None]:
    """Call the listener (it must not block) after each commit that recorded something; returns its removal."""
    _committed.append(listener)
    return partial(_committed.remove, listener)


async def finish_running() -> None:
    """Wait until every step under way has ended: the last act before the database is closed."""
    while _running:
        await asyncio.wait(_running)


async def _shielded(work: Coroutine[Any, Any, T]) -> T:
    task = asyncio.create_task(work)
    _running.add(task)
    task.add_done_callback(_running.discard)
    try:
        return await asyncio.shield(task)
    except asyncio.CancelledError:
        await _ended(task)
        raise


async def _ended(task: "asyncio.Task[Any]") -> None:
    while not task.done():
        try:
            await asyncio.wait({task})
        except asyncio.CancelledError:
            continue
    if not task.cancelled():
        task.exception()


async def _commit(
    viewer: Viewer, body: Callable[..., Awaitable[T]], args: tuple[Any, ...], claim: "replays.Claim | None"
) -> Done[T]:
    if in_unit():
        raise RuntimeError("units of work do not nest")
    token = _inside.set(True)
    try:
        done, refusal = await _transaction(viewer, body, args, claim)
    finally:
        _inside.reset(token)
        _unit_connection.set(None)
    if done.cursor and not done.replayed:
        for listener in _committed:
            listener()
    if refusal:
        raise refusal
    return done


async def _transaction(
    viewer: Viewer, body: Callable[..., Awaitable[T]], args: tuple[Any, ...], claim: "replays.Claim | None"
) -> tuple[Done[T], Refused | None]:
    async with in_transaction(WRITER) as connection:
        _unit_connection.set(connection)
        if claim and (answer := await claim.hold()):
            row: Any = await answer.row()
            return Done(row, answer.position, replayed=True), None
        unit = Unit(viewer)
        value = await body(unit, *args)
        position = await journal.append(viewer, unit.now, unit.recorded)
        if claim and unit.refusal:
            await claim.release()
        elif claim:
            await claim.answer(value, position)
        return Done(value, position), unit.refusal
