"""Tortoise's SQLite client, with transactions that take the write lock at once and short statements without a thread.

A deferred BEGIN that reads first and writes later fails with "database is locked" as soon as a second
process writes: the lock cannot be upgraded. `BEGIN IMMEDIATE` waits its turn instead, without blocking the loop.
What a unit does by keys, and its commit, which only appends to the log, run in the loop's own thread; what the ORM
asks may take longer and runs in the connection's. The log is copied into the file elsewhere (checkpoints.py).
Overrides what the library does not document: docs/adr/0002 and 0015, tests/models/kernel/test_sqlite.py.
"""

import asyncio
import sqlite3
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from typing import Any, cast

import aiosqlite
from tortoise.backends.base.client import TransactionContext
from tortoise.backends.sqlite.client import (
    SqliteClient,
    SqliteTransactionContext,
    SqliteTransactionWrapper,
)
from tortoise.exceptions import (
    BaseORMException,
    IntegrityError,
    OperationalError,
    TransactionManagementError,
)

KEPT_STATEMENTS = 512
"""Compiled statements of the connection; a text that is not among them is compiled anew."""
PRIMARY_CODE = 0xFF
"""SQLite's error codes say more in their upper bits."""
LOOK_AGAIN_SECONDS = 0.002
"""While another process holds the write lock."""


class ImmediateTransaction(SqliteTransactionWrapper):
    """A transaction that holds SQLite's write lock from its first statement on."""

    async def begin(self) -> None:
        """:raises OperationalError: another process kept the lock for longer than the busy timeout."""
        connection = self._connection._conn
        timeout = int(cast(SqliteClient, self._parent).pragmas["busy_timeout"])
        deadline = time.monotonic() + timeout / 1000
        connection.execute("PRAGMA busy_timeout=0")
        try:
            while True:
                if _begun(connection, last_try=time.monotonic() > deadline):
                    return
                await asyncio.sleep(LOOK_AGAIN_SECONDS)
        finally:
            connection.execute(f"PRAGMA busy_timeout={timeout}")

    async def commit(self) -> None:
        self._end("COMMIT")

    async def rollback(self) -> None:
        self._end("ROLLBACK")

    async def execute_insert(self, query: str, values: list[Any]) -> int:
        with translated():
            return int(self._connection._conn.execute(query, values).lastrowid or 0)

    def _end(self, word: str) -> None:
        if self._finalized:
            raise TransactionManagementError("Transaction already finalised")
        self._finalized, connection = True, self._connection._conn
        try:
            with translated():
                connection.execute(word)
        except BaseORMException:
            # A commit that fails (a full disk, say) must not leave its lock to the next unit, unless it has ended it.
            with suppress(sqlite3.OperationalError):
                connection.execute("ROLLBACK")
            raise

    def at_once(self, text: str, values: Sequence[Any]) -> list[Any]:
        """The rows of a statement that finds what it touches by a key, run in the caller's thread.

        The lock is held already, so it waits for nobody; asking another thread costs several times what it does.
        """
        return _rows(self._connection._conn, text, values)


class ImmediateSqliteClient(SqliteClient):
    """One connection; its transactions begin immediate. Short reads outside of them have one more, without a thread."""

    _short: sqlite3.Connection | None = None

    async def create_connection(self, with_db: bool) -> None:
        if self._connection:
            return
        self._connection = await aiosqlite.connect(
            self.filename, isolation_level=None, check_same_thread=False, cached_statements=KEPT_STATEMENTS
        )
        self._connection.row_factory = sqlite3.Row
        for pragma, value in self.pragmas.items():
            await (await self._connection.execute(f"PRAGMA {pragma}={value}")).close()
        await self._post_connect()

    async def close(self) -> None:
        if self._short:
            self._short.close()
            self._short = None
        await super().close()

    def at_once(self, text: str, values: Sequence[Any]) -> list[Any]:
        """The rows of a short read, run in the caller's thread: a reader of a WAL file waits for no writer."""
        if self._short is None:
            self._short = sqlite3.connect(
                self.filename, isolation_level=None, cached_statements=KEPT_STATEMENTS
            )
            self._short.row_factory = sqlite3.Row
            for pragma, value in self.pragmas.items():
                self._short.execute(f"PRAGMA {pragma}={value}")
        return _rows(self._short, text, values)

    def _in_transaction(self) -> TransactionContext:
        return SqliteTransactionContext(ImmediateTransaction(self), self._lock)


@contextmanager
def translated() -> Iterator[None]:
    """The driver's errors as the ORM's."""
    try:
        yield
    except sqlite3.IntegrityError as error:
        raise IntegrityError(error) from error
    except sqlite3.OperationalError as error:
        raise OperationalError(error) from error


def _rows(connection: sqlite3.Connection, text: str, values: Sequence[Any]) -> list[Any]:
    with translated():
        return connection.execute(text, values).fetchall()


def _begun(connection: sqlite3.Connection, *, last_try: bool) -> bool:
    try:
        connection.execute("BEGIN IMMEDIATE")
    except sqlite3.OperationalError as error:
        if last_try or error.sqlite_errorcode & PRIMARY_CODE != sqlite3.SQLITE_BUSY:
            raise OperationalError(error) from error
        return False
    return True


client_class = ImmediateSqliteClient
