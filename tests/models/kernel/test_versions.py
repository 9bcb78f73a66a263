"""The guard of the tests' sites notices what it is there for."""

import sqlite3

import pytest

from models.kernel.database import sqlite_path
from models.kernel.unit import Unit, unit_of_work
from models.kernel.viewer import SYSTEM_VIEWER
from models.people.tables import Person
from tests.versions import WORDS, guard

LEAST_TABLES = 30


async def test_a_change_raises_the_version(sqlite: str) -> None:
    assert guard(sqlite) >= LEAST_TABLES

    @unit_of_work
    async def renamed(unit: Unit) -> int:
        person = await Person.create(name="王")
        person.name = "李"
        await person.store("name")
        return int(person.version)

    assert (await renamed(SYSTEM_VIEWER)).value == 2
    connection = sqlite3.connect(sqlite_path(sqlite))
    with pytest.raises(sqlite3.IntegrityError, match=WORDS):
        connection.execute("update person set name = '赵'")
    connection.execute("update person set name = '赵', version = version + 1")
    connection.close()
