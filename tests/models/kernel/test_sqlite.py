"""SQLite under two processes: writers wait their turn, a second server is refused."""

import asyncio
import sys
from pathlib import Path

import pytest

from models.kernel.database import SecondServer, lock_server
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
