"""Statements of a plan, run together: all levels of an answer are of one moment, for it is one read transaction."""

from collections.abc import Awaitable, Callable, Coroutine, Sequence
from typing import Any, TypeVar

from models.kernel.database import on_close
from models.kernel.dialect import dialect
from models.kernel.orm import reader
from schema.plans.short_reads import Readers
from schema.plans.statement import Statement

T = TypeVar("T")

Record = Sequence[Any]
Read = Callable[[Statement], Awaitable[Sequence[Record]]]
Work = Callable[[Read], Coroutine[Any, Any, T]]


async def in_snapshot(work: Work[T], *, single: bool = False) -> T:
    """What `work` gives. It awaits nothing but the reading that it is given, or holds the transaction for as long.

    :param single: it reads one statement, which is of one moment by itself.
    """
    return await (_on_postgres(work, single) if dialect().postgres else _on_sqlite(work))


async def _on_postgres(work: Work[T], single: bool) -> T:
    async with reader().acquire_connection() as connection:

        async def read(statement: Statement) -> Sequence[Record]:
            found: Sequence[Record] = await connection.fetch(statement.text, *statement.values)
            return found

        if single:
            return await work(read)
        async with connection.transaction(isolation="repeatable_read", readonly=True):
            return await work(read)


async def _on_sqlite(work: Work[T]) -> T:
    async with _readers().transaction() as read:
        return await work(read)


_files: dict[str, Readers] = {}


def _readers() -> Readers:
    client: Any = reader()
    path: str = client.filename
    if path not in _files:
        _files[path] = Readers(path, client.pragmas)
    return _files[path]


def _forget() -> None:
    for readers in _files.values():
        readers.close()
    _files.clear()


on_close(_forget)
