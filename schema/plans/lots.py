"""Plans that run side by side: each statement is read for all of them at once.

Statements of one text become one, each part with the values of its own viewer's rights among them, so that nobody
gets a row by another's. A lot costs one statement per level and text, however many run (and not more than
`MOST_PARTS` in each).
"""

import asyncio
from collections.abc import Coroutine, Generator, Sequence
from contextvars import Context as Variables
from contextvars import copy_context
from dataclasses import dataclass, field
from functools import partial
from types import coroutine
from typing import Any

from schema.common.context import begin_operation
from schema.plans.parts import rows_of_parts
from schema.plans.run import Run
from schema.plans.snapshot import Read, Record, in_snapshot
from schema.plans.statement import Statement

Reading = Coroutine[Statement, Any, None]


@dataclass(eq=False)
class _One:
    """One of the lot; what it meets is its own."""

    run: Run
    variables: Variables = field(default_factory=copy_context)
    """Of an operation of its own: no loader is shared with another viewer."""
    error: Exception | None = None
    given: Any = None

    def __post_init__(self) -> None:
        self.variables.run(begin_operation)


async def answers(runs: Sequence[Run]) -> list[Any]:
    """For each run its answer, or the exception that it met instead."""
    lot = [_One(run) for run in runs]
    await _each(lot, "prepare")
    for at in range(max((len(run.plan.rounds) for run in runs), default=0)):
        going = [one for one in lot if not one.error and at < len(one.run.plan.rounds)]
        reading = [one for one in going if one.run.reads(one.run.plan.rounds[at])]
        if reading:
            try:
                await in_snapshot(partial(_read, at, reading))
            except Exception as error:
                for one in reading:
                    one.error = one.error or error
        await _each([one for one in going if one.run.plan.rounds[at].values], "compute", at)
    return [one.error or _built(one) for one in lot]


def _built(one: _One) -> Any:
    try:
        return one.variables.run(one.run.plan.build, one.run)
    except Exception as error:
        return error


async def _each(lot: Sequence[_One], what: str, at: int | None = None) -> None:
    """A step of every run that may wait for more than statements, each in a task of its own."""
    loop = asyncio.get_running_loop()
    works = [
        (one, getattr(one.run, what)(*(() if at is None else (one.run.plan.rounds[at],))))
        for one in lot
        if not one.error
    ]
    tasks = [loop.create_task(work, context=one.variables) for one, work in works]
    for (one, _), met in zip(works, await asyncio.gather(*tasks, return_exceptions=True), strict=True):
        if isinstance(met, Exception):
            one.error = met


@coroutine
def _asked(statement: Statement) -> Generator[Statement, Sequence[Record], Sequence[Record]]:
    return (yield statement)


async def _read(at: int, lot: Sequence[_One], read: Read) -> None:
    """One round of all: whoever is furthest behind reads first, so that those beside it read along."""
    waiting: dict[_One, tuple[Reading, Statement]] = {}
    for one in lot:
        _go_on(waiting, one, one.run.read(one.run.plan.rounds[at], _asked), None)
    while waiting:
        first = min(one.run.at for one in waiting)
        now = [one for one in waiting if one.run.at == first]
        found = await _together(read, [waiting[one][1] for one in now])
        for one, rows in zip(now, found, strict=True):
            _go_on(waiting, one, waiting.pop(one)[0], rows)


def _go_on(waiting: dict[_One, tuple[Reading, Statement]], one: _One, reading: Reading, rows: Any) -> None:
    try:
        waiting[one] = reading, one.variables.run(reading.send, rows)
    except StopIteration:
        return
    except Exception as error:
        one.error = error


async def _together(read: Read, statements: Sequence[Statement]) -> list[Sequence[Record]]:
    """The rows of each; equal ones are read once."""
    by_text: dict[str, dict[tuple[Any, ...], list[int]]] = {}
    for place, statement in enumerate(statements):
        values = tuple(tuple(one) if isinstance(one, list) else one for one in statement.values)
        by_text.setdefault(statement.text, {}).setdefault(values, []).append(place)
    found: list[Sequence[Record]] = [() for _ in statements]
    for text, asked in by_text.items():
        parts = [statements[places[0]].values for places in asked.values()]
        for places, own in zip(asked.values(), await rows_of_parts(read, text, parts), strict=True):
            for place in places:
                found[place] = own
    return found
