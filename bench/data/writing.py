"""Everything in the order of foreign keys, table by table, and the two ways of writing it fast."""

import sqlite3
from collections.abc import AsyncIterator, Iterable, Iterator
from contextlib import asynccontextmanager
from itertools import islice
from pathlib import Path
from typing import Any

import asyncpg

from bench.data.cases import (
    CASES,
    PEOPLE,
    STAGES,
    WORK,
    Row,
    case_row,
    cases,
    person_row,
    stage_rows,
    work_row,
)
from bench.data.cast import Size
from bench.data.people import (
    ACCOUNTS,
    EMPLOYERS,
    SESSIONS,
    applicant_accounts,
    applicant_sessions,
    employer_rows,
)
from bench.data.tables import Put, Target, for_postgres, for_sqlite
from models.registration.kinds import RegistrationState

BATCH = 20_000


def all_rows(size: Size, put: Put) -> Iterator[tuple[Target, Iterable[Row]]]:
    """Tables with their rows, parents first. Stages get their keys by their order, which work items rely on."""
    yield PEOPLE, (person_row(case, put) for case in cases(size))
    yield EMPLOYERS, employer_rows(size)
    yield ACCOUNTS, applicant_accounts(size)
    yield SESSIONS, applicant_sessions(size, put)
    yield CASES, (case_row(case, put) for case in cases(size))
    yield STAGES, (row for case in cases(size) for row in stage_rows(case, put))
    yield WORK, _work(size, put)


def _work(size: Size, put: Put) -> Iterator[Row]:
    next_stage = 1
    for case in cases(size):
        if case.state is RegistrationState.IN_REVIEW:
            yield work_row(case, next_stage, put)
        next_stage += sum(1 for _ in stage_rows(case, put))


def write_sqlite(file: Path, size: Size) -> None:
    """One transaction, no safety: a file that was not finished is not used."""
    with sqlite3.connect(file) as connection:
        connection.execute("pragma synchronous = off")
        connection.execute("pragma cache_size = -400000")
        for target, rows in all_rows(size, for_sqlite):
            constants = target.constants(for_sqlite)
            names = target.columns()
            text = f"insert into {target.name} ({', '.join(names)}) values ({', '.join('?' * len(names))})"  # noqa: S608 names of our tables
            connection.executemany(text, (row + constants for row in rows))
    connection.execute("analyze")
    connection.close()


async def write_postgres(url: str, size: Size) -> None:
    """By COPY; afterwards the sequences stand behind the keys that were given."""
    async with connected(url) as connection:
        for target, rows in all_rows(size, for_postgres):
            constants = target.constants(for_postgres)
            for batch in _batches(row + constants for row in rows):
                await connection.copy_records_to_table(target.name, records=batch, columns=target.columns())
        for name in ("person", "employer", "account", "session", "registration", "reviewer", "authority"):
            await connection.execute(
                f"select setval(pg_get_serial_sequence('{name}', 'id'), (select max(id) from {name}))"  # noqa: S608
            )
        await connection.execute("analyze")


@asynccontextmanager
async def connected(url: str) -> AsyncIterator[Any]:
    connection = await asyncpg.connect(url)
    try:
        yield connection
    finally:
        await connection.close()


def _batches(rows: Iterable[Row]) -> Iterator[list[Row]]:
    iterator = iter(rows)
    while batch := list(islice(iterator, BATCH)):
        yield batch
