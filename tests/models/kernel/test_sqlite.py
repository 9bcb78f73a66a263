"""SQLite under two processes: writers wait their turn, a second server is refused."""

import asyncio
import sqlite3
import sys
from contextlib import closing
from pathlib import Path

import pytest
from tortoise.exceptions import IntegrityError

from models.authorities.tables import Reviewer
from models.kernel.checkpoints import checkpoint
from models.kernel.database import SecondServer, lock_server
from models.kernel.statements import ask
from models.kernel.unit import Unit, unit_of_work
from models.kernel.viewer import SYSTEM_VIEWER
from models.people.tables import Person
from tests.models.kernel.test_unit import make_person

OTHER_PROCESS = """
import asyncio, sys
from models.kernel.database import open_database, close_database
from models.kernel.viewer import SYSTEM_VIEWER
from tests.models.kernel.test_unit import make_person

async def main() -> None:
    await open_database(sys.argv[1])
    for number in range(100):
        await make_person(SYSTEM_VIEWER, name=f"other-{number}")
    await close_database()

asyncio.run(main())
"""


async def test_two_writing_processes_never_meet_a_locked_database(sqlite: str) -> None:
    other = await asyncio.create_subprocess_exec(sys.executable, "-c", OTHER_PROCESS, sqlite)
    for number in range(100):
        await make_person(SYSTEM_VIEWER, name=f"own-{number}")
    assert await other.wait() == 0
    assert await Person.all().count() == 200


async def test_a_commit_that_fails_leaves_nothing_behind(sqlite: str) -> None:
    """As with a full disk: here a reference is only looked at when the transaction ends."""
    with pytest.raises(IntegrityError):
        await dangling(SYSTEM_VIEWER)
    assert await Reviewer.all().count() == 0
    await make_person(SYSTEM_VIEWER, name="张三")
    assert await Person.all().count() == 1


@unit_of_work
async def dangling(unit: Unit) -> None:
    await ask("pragma defer_foreign_keys = on", [])
    await Reviewer.create(name="无机构", authority_id=999)


async def test_a_writer_waits_without_keeping_the_loop(sqlite: str) -> None:
    """Another process holds the lock: the unit waits, everything else goes on, and nobody is told of a locked file."""
    other = sqlite3.connect(sqlite.removeprefix("sqlite://"), isolation_level=None)
    other.execute("begin immediate")
    waiting = asyncio.create_task(make_person(SYSTEM_VIEWER, name="张三"))
    for _ in range(20):  # as far as it gets
        await asyncio.sleep(0)
    assert not waiting.done()
    assert await Person.all().count() == 0
    other.execute("commit")
    other.close()
    await waiting
    assert await Person.all().count() == 1


async def test_a_log_that_has_grown_is_copied_into_the_file(
    sqlite: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = Path(sqlite.removeprefix("sqlite://"))
    await make_person(SYSTEM_VIEWER, name="张三")
    assert not await checkpoint(file), "a short log is left alone"
    monkeypatch.setattr("models.kernel.checkpoints.LOG_OCTETS", 1)
    assert await checkpoint(file)
    with closing(sqlite3.connect(f"file:{file}?immutable=1", uri=True)) as without_log:
        assert without_log.execute("select name from person").fetchall() == [("张三",)]


def test_a_second_server_on_one_file_is_refused(tmp_path: Path) -> None:
    url = f"sqlite://{tmp_path}/zhiye.sqlite3"
    first = lock_server(url)
    assert first is not None
    with pytest.raises(SecondServer, match="PostgreSQL"):
        lock_server(url)
    first.release()
    again = lock_server(url)
    assert again is not None
    again.release()


def test_postgres_needs_no_lock() -> None:
    assert lock_server("postgres://postgres@127.0.0.1/zhiye") is None
