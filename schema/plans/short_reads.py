"""Statements of plans on SQLite: run in the loop's own thread while they are short, in another one when they are not.

Handing a statement to another thread and back costs as much as a page's rows do, so a statement begins where it is
asked for. SQLite counts its own steps; one that has used up its share is stopped there, begins again in a thread
inside the same read transaction, and is known from then on as one that takes long.
"""

import asyncio
import sqlite3
from collections.abc import AsyncIterator, Callable, Coroutine, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from functools import partial
from typing import Any

from schema.plans.statement import Statement

KEPT_STATEMENTS = 512
CACHE_KB = 32 * 1024
"""Of pages a connection keeps by itself; what is not there is asked of the system, a page at a time."""
SLICE = 2_000
"""Steps of SQLite's machine between two looks at what is left."""
SHARE = 20
"""Slices of one statement in the loop: about a millisecond. A page of 100 rows with its parts needs 5."""
MOST_LONG = 256
"""Texts known to take long; with more of them all are tried anew."""
THREADS = 2


class Reader:
    """One connection that only reads, for one read transaction after the other."""

    def __init__(self, path: str, pragmas: Mapping[str, Any]) -> None:
        self.connection = sqlite3.connect(
            path, isolation_level=None, check_same_thread=False, cached_statements=KEPT_STATEMENTS
        )
        for pragma, value in pragmas.items():
            self.connection.execute(f"pragma {pragma}={value}")
        self.connection.execute(f"pragma cache_size=-{CACHE_KB}")
        self._left: float = 0
        self.connection.set_progress_handler(self._used_up, SLICE)

    def rows(self, statement: Statement, share: float) -> list[Any]:
        """:raises sqlite3.OperationalError: also when the share of slices was too small (`stopped`)."""
        self._left = share
        return self.connection.execute(*statement).fetchall()

    def _used_up(self) -> bool:
        self._left -= 1
        return self._left < 0


@dataclass
class Readers:
    """The connections of one file: as many as transactions were ever open at once, which is one until one waits."""

    path: str
    pragmas: Mapping[str, Any]
    _free: list[Reader] = field(default_factory=list)
    _all: list[Reader] = field(default_factory=list)
    _long: set[str] = field(default_factory=set)
    _threads: ThreadPoolExecutor = field(default_factory=lambda: ThreadPoolExecutor(THREADS, "plans"))

    @asynccontextmanager
    async def transaction(self) -> AsyncIterator[Callable[[Statement], Coroutine[Any, Any, Sequence[Any]]]]:
        """Reads of one moment."""
        reader = self._free.pop() if self._free else self._opened()
        reader.connection.execute("begin")
        try:
            yield partial(self._read, reader)
        finally:
            reader.connection.execute("rollback")
            self._free.append(reader)

    async def _read(self, reader: Reader, statement: Statement) -> Sequence[Any]:
        if statement.text not in self._long:
            try:
                return reader.rows(statement, SHARE)
            except sqlite3.OperationalError as error:
                if not stopped(error):
                    raise
                self._note_long(statement.text)
        loop = asyncio.get_running_loop()
        return await loop.run_in_executor(self._threads, reader.rows, statement, float("inf"))

    def close(self) -> None:
        self._threads.shutdown()
        for reader in self._all:
            reader.connection.close()

    def _opened(self) -> Reader:
        made = Reader(self.path, self.pragmas)
        self._all.append(made)
        return made

    def _note_long(self, text: str) -> None:
        if len(self._long) >= MOST_LONG:
            self._long.clear()
        self._long.add(text)


def stopped(error: sqlite3.OperationalError) -> bool:
    """Was the statement ended by its share?"""
    return error.sqlite_errorcode == sqlite3.SQLITE_INTERRUPT
