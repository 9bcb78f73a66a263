"""Tortoise's SQLite client, with transactions that take the write lock at once.

A deferred BEGIN that reads first and writes later fails with "database is locked" as soon as a second
process writes: the lock cannot be upgraded. `BEGIN IMMEDIATE` waits its turn instead (busy_timeout).
Overrides `_in_transaction`, which the library does not document: docs/adr/0002, tests/models/kernel/test_sqlite.py.
"""

import sqlite3

from tortoise.backends.base.client import TransactionContext
from tortoise.backends.sqlite.client import (
    SqliteClient,
    SqliteTransactionContext,
    SqliteTransactionWrapper,
)
from tortoise.exceptions import OperationalError


class ImmediateTransaction(SqliteTransactionWrapper):
    """A transaction that holds SQLite's write lock from its first statement on."""

    async def begin(self) -> None:
        try:
            await self._connection.execute("BEGIN IMMEDIATE")
        except sqlite3.OperationalError as error:
            raise OperationalError(error) from error


class ImmediateSqliteClient(SqliteClient):
    """One connection; its transactions begin immediate."""

    def _in_transaction(self) -> TransactionContext:
        return SqliteTransactionContext(ImmediateTransaction(self), self._lock)


client_class = ImmediateSqliteClient
