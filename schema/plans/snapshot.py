"""Statements of a plan, run together: on SQLite in one visit to a thread that owns a read-only connection, on
PostgreSQL on one connection; in both one read transaction, so that all levels are of one moment.
"""

import asyncio
import sqlite3
from collections.abc import Awaitable, Callable, Coroutine, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextvars import copy_context
from dataclasses import dataclass, field
from typing import Any, TypeVar

from models.kernel.database import on_close
from models.kernel.dialect import dialect
from models.kernel.orm import reader
from schema.plans.statement import Statement

T = TypeVar("T")

Record = Sequence[Any]
Read = Callable[[Statement], Awaitable[Sequence[Record]]]
Work = Callable[[Read], Coroutine[Any, Any, T]]

KEPT_STATEMENTS = 512


async def in_snapshot(work: Work[T]) -> T:
    """What `work` gives. It may await nothing but the reading that it is given."""
    if dialect().postgres:
        return await _on_postgres(work)
    return await _thread().run(work)


async def _on_postgres(work: Work[T]) -> T:
    async with reader().acquire_connection() as connection:

        async def read(statement: Statement) -> Sequence[Record]:
            found: Sequence[Record] = await connection.fetch(statement.text, *statement.values)
            return found

        async with connection.transaction(isolation="repeatable_read", readonly=True):
            return await work(read)


@dataclass
class Thread:
    """The one thread that reads a SQLite file for plans."""

    connection: sqlite3.Connection
    executor: ThreadPoolExecutor = field(default_factory=lambda: ThreadPoolExecutor(1, "plans"))

    async def run(self, work: Work[T]) -> T:
        loop = asyncio.get_running_loop()
        return await loop.run_in_executor(self.executor, copy_context().run, self._driven, work)

    def close(self) -> None:
        self.executor.shutdown()
        self.connection.close()

    async def _read(self, statement: Statement) -> Sequence[Record]:
        return self.connection.execute(statement.text, statement.values).fetchall()

    def _driven(self, work: Work[T]) -> T:
        """Runs a coroutine that never waits."""
        self.connection.execute("begin")
        try:
            work(self._read).send(None)
        except StopIteration as done:
            given: T = done.value
            return given
        finally:
            self.connection.execute("rollback")
        raise RuntimeError("a plan waited for something that is no statement")


_threads: dict[str, Thread] = {}


def _thread() -> Thread:
    client: Any = reader()
    path: str = client.filename
    if path not in _threads:
        connection = sqlite3.connect(
            path, isolation_level=None, check_same_thread=False, cached_statements=KEPT_STATEMENTS
        )
        for pragma, value in client.pragmas.items():
            connection.execute(f"pragma {pragma}={value}")
        _threads[path] = Thread(connection)
    return _threads[path]


def _forget() -> None:
    for thread in _threads.values():
        thread.close()
    _threads.clear()


on_close(_forget)
