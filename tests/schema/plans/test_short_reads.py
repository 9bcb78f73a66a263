"""Statements of plans on SQLite: short ones in the loop, long ones elsewhere, all of one moment."""

import asyncio
import sqlite3
import threading
from pathlib import Path
from typing import Any

import pytest

from schema.plans import short_reads
from schema.plans.short_reads import Reader, Readers
from schema.plans.statement import Statement

SHORT = Statement("select value from json_each(?)", ["[1, 2]"])
LONG = Statement(
    "with recursive n(i) as (select 1 union all select i + 1 from n where i < 300000) select count(*) from n",
    [],
)


@pytest.fixture
def file(tmp_path: Path) -> str:
    path = str(tmp_path / "file.sqlite3")
    with sqlite3.connect(path) as connection:
        connection.execute("pragma journal_mode=wal")
        connection.execute("create table row (number integer)")
    connection.close()
    return path


@pytest.fixture
def threads(monkeypatch: pytest.MonkeyPatch) -> list[tuple[str, bool]]:
    """Each statement that was begun, and was that in the loop's own thread?"""
    seen: list[tuple[str, bool]] = []
    real = Reader.rows

    def noted(self: Reader, statement: Statement, share: float) -> list[Any]:
        seen.append((statement.text, threading.current_thread() is threading.main_thread()))
        return real(self, statement, share)

    monkeypatch.setattr(Reader, "rows", noted)
    return seen


async def test_what_is_short_stays_and_what_is_long_goes_away_once_known(
    file: str, threads: list[tuple[str, bool]]
) -> None:
    readers = Readers(file, {})
    async with readers.transaction() as read:
        assert await read(SHORT) == [(1,), (2,)]
        assert await read(LONG) == [(300_000,)]
        assert await read(LONG) == [(300_000,)]
    assert threads == [(SHORT.text, True), (LONG.text, True), (LONG.text, False), (LONG.text, False)]
    readers.close()


async def test_the_loop_goes_on_while_a_long_one_is_read_and_others_have_their_own_moment(file: str) -> None:
    readers = Readers(file, {})
    count = Statement("select count(*) from row", [])
    async with readers.transaction() as slow:
        assert await slow(count) == [(0,)]
        waiting = asyncio.ensure_future(slow(LONG))
        await asyncio.sleep(0)
        with sqlite3.connect(file) as writer:
            writer.execute("insert into row values (1)")
        writer.close()
        async with readers.transaction() as other:
            assert await other(count) == [(1,)]
        assert await waiting == [(300_000,)]
        assert await slow(count) == [(0,)]
    async with readers.transaction() as later:
        assert await later(count) == [(1,)]
    readers.close()


async def test_an_error_is_the_statement_s_own(file: str) -> None:
    readers = Readers(file, {})
    with pytest.raises(sqlite3.OperationalError, match="no such table"):
        async with readers.transaction() as read:
            await read(Statement("select * from nowhere", []))
    async with readers.transaction() as read:
        assert await read(SHORT) == [(1,), (2,)]
    readers.close()


async def test_not_more_texts_are_known_as_long_than_are_kept(
    file: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(short_reads, "MOST_LONG", 2)
    readers = Readers(file, {})
    async with readers.transaction() as read:
        for number in range(3):
            await read(Statement(f"{LONG.text} -- {number}", []))
    assert len(readers._long) == 1
    readers.close()
