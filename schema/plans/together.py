"""Evaluations that run side by side read together: statements of one text become one statement.

Each part keeps its own values, those of its own viewer's rights among them, so that nobody gets a row by another's.
"""

import asyncio
import re
from collections.abc import Awaitable, Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from contextvars import ContextVar
from typing import Any

Record = Mapping[str, Any]
Run = Callable[[str, Sequence[Any]], Awaitable[Sequence[Record]]]

NUMBERED_PLACE = re.compile(r"\$(\d+)")
PART = "part_of_all_"
"""No model has a column of this name."""
MOST_PARTS = 500
"""SQLite joins no more selects than this in one statement."""
MOST_VALUES = 30_000
"""SQLite and PostgreSQL take about 32,000 in one statement."""

_reading: ContextVar["Together | None"] = ContextVar("reading_together", default=None)


class Together:
    """Waits for a turn of the loop in which nobody asks for more, then runs what was asked."""

    def __init__(self) -> None:
        self._known: dict[tuple[Any, ...], asyncio.Future[list[Record]]] = {}
        self._waiting: dict[tuple[str, Run], list[tuple[Sequence[Any], asyncio.Future[list[Record]]]]] = {}
        self._asked = 0
        self._running: set[asyncio.Task[None]] = set()

    async def run(self, run: Run, text: str, values: Sequence[Any]) -> list[Record]:
        """The rows of a statement; whoever asks for the same at once gets the same."""
        key = (text, *(tuple(one) if isinstance(one, list) else one for one in values))
        if key not in self._known:
            loop = asyncio.get_running_loop()
            self._known[key] = loop.create_future()
            if not self._waiting:
                loop.call_soon(self._settle, 0)
            self._waiting.setdefault((text, run), []).append((values, self._known[key]))
            self._asked += 1
        return await self._known[key]

    def _settle(self, seen: int) -> None:
        if self._asked > seen:
            asyncio.get_running_loop().call_soon(self._settle, self._asked)
            return
        waiting, self._waiting, self._known = self._waiting, {}, {}
        for (text, run), parts in waiting.items():
            most = min(MOST_PARTS, MOST_VALUES // max(len(parts[0][0]), 1))
            for first in range(0, len(parts), most):
                task = asyncio.ensure_future(_read(run, text, parts[first : first + most]))
                self._running.add(task)
                task.add_done_callback(self._running.discard)


def at_once(run: Run, text: str, values: Sequence[Any]) -> Awaitable[Sequence[Record]]:
    """Run a statement: by itself, or with those of the evaluations beside this one."""
    together = _reading.get()
    return together.run(run, text, values) if together else run(text, values)


@contextmanager
def reading_together() -> Iterator[None]:
    """Tasks that are started within the block read together."""
    before = _reading.set(Together())
    try:
        yield
    finally:
        _reading.reset(before)


async def _read(
    run: Run, text: str, parts: Sequence[tuple[Sequence[Any], asyncio.Future[list[Record]]]]
) -> None:
    try:
        found = await _rows(run, text, [values for values, _ in parts])
    except Exception as error:
        for _, future in parts:
            if not future.done():
                future.set_exception(error)
        return
    for (_, future), rows in zip(parts, found, strict=True):
        if not future.done():
            future.set_result(rows)


async def _rows(run: Run, text: str, values: Sequence[Sequence[Any]]) -> list[list[Record]]:
    if len(values) == 1:
        return [list(await run(text, values[0]))]
    whole = " union all ".join(
        f"select {part} as {PART}, * from ({numbered_from(text, part * len(values[0]))}) as part{part}"  # noqa: S608 the text has places, no values
        for part in range(len(values))
    )
    found: list[list[Record]] = [[] for _ in values]
    for record in await run(whole, [value for one in values for value in one]):
        row = dict(record)
        found[row.pop(PART)].append(row)
    return found


def numbered_from(text: str, first: int) -> str:
    """PostgreSQL's places count on through the whole statement; SQLite's have no numbers."""
    return NUMBERED_PLACE.sub(lambda place: f"${int(place[1]) + first}", text) if first else text
