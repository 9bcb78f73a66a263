"""The unit of work: it commits once, survives cancellation, refuses to nest, and answers a key once."""

import asyncio
import random
from dataclasses import dataclass

import pytest
from tortoise.exceptions import BaseORMException
from tortoise.expressions import Q

from models.authorities.tables import Authority
from models.kernel import journal
from models.kernel.errors import ErrorCode, Refused, WrongCode
from models.kernel.events import Event, Told
from models.kernel.journal import START
from models.kernel.rows import for_change
from models.kernel.tables import JournalRow
from models.kernel.unit import Unit, unit_of_work
from models.kernel.viewer import SYSTEM_VIEWER
from models.people.tables import Person
from tests.waiting import until


@dataclass(frozen=True)
class NameGiven(Event):
    """名字改为{name_given}"""

    told = Told.APPLICANT
    name_given: str


@unit_of_work
async def make_person(unit: Unit, *, name: str) -> Person:
    person = await Person.create(name=name)
    unit.record(NameGiven(name), person)
    return person


@unit_of_work
async def rename(unit: Unit, *, key: int, version: int, name: str) -> Person:
    person = await for_change(Person, Q(), key, version)
    person.name = name
    await person.store("name")
    unit.record(NameGiven(name), person)
    return person


async def test_change_and_event_are_committed_together(database: str) -> None:
    done = await make_person(SYSTEM_VIEWER, name="甲")
    entries = await until(lambda: journal.read_after(START, 10))
    assert [(e.name, e.subject, e.subject_id, e.facts) for e in entries] == [
        ("NAME_GIVEN", "per", done.value.id, {"name_given": "甲"})
    ]
    assert entries[0].audience.person_id == done.value.id
    assert done.cursor == entries[0].position == await journal.head()


async def test_refusal_writes_nothing(database: str) -> None:
    @unit_of_work
    async def fail(unit: Unit) -> None:
        unit.record(NameGiven("乙"), await Person.create(name="乙"))
        raise Refused(WrongCode())

    with pytest.raises(Refused):
        await fail(SYSTEM_VIEWER)
    assert await Person.all().count() == 0
    assert await journal.read_after(START, 10) == []


async def test_refuse_but_keep_commits_then_refuses(database: str) -> None:
    @unit_of_work
    async def count(unit: Unit) -> None:
        await Person.create(name="丙")
        unit.refuse_but_keep(WrongCode())

    with pytest.raises(Refused):
        await count(SYSTEM_VIEWER)
    assert await Person.all().count() == 1


async def test_a_refusal_under_a_key_is_a_refusal_again(database: str) -> None:
    @unit_of_work
    async def count(unit: Unit) -> None:
        await Person.create(name="丙")
        unit.refuse_but_keep(WrongCode())

    for tries in (1, 2):
        with pytest.raises(Refused):
            await count.once("k-refused")(SYSTEM_VIEWER)
        assert await Person.all().count() == tries


async def test_a_write_outside_a_unit_is_refused(database: str) -> None:
    with pytest.raises(RuntimeError, match="outside a unit of work"):
        await Person.create(name="丁")
    with pytest.raises(BaseORMException, match=r"read-?only"):
        await Authority.all().delete()


async def test_units_do_not_nest(sqlite: str) -> None:
    @unit_of_work
    async def outer(unit: Unit) -> None:
        await make_person(SYSTEM_VIEWER, name="戊")

    with pytest.raises(RuntimeError, match="do not nest"):
        await outer(SYSTEM_VIEWER)
    assert await Person.all().count() == 0


async def test_same_key_gives_the_first_answer(database: str) -> None:
    first = await make_person.once("k-1")(SYSTEM_VIEWER, name="己")
    again = await make_person.once("k-1")(SYSTEM_VIEWER, name="己")
    assert (again.value.id, again.cursor, again.replayed) == (first.value.id, first.cursor, True)
    assert await Person.all().count() == 1
    with pytest.raises(Refused) as refused:
        await make_person.once("k-1")(SYSTEM_VIEWER, name="庚")
    assert refused.value.errors[0].code is ErrorCode.KEY_REUSED


async def test_same_key_at_the_same_time_is_done_once(database: str) -> None:
    dones = await asyncio.gather(*(make_person.once("k")(SYSTEM_VIEWER, name="辛") for _ in range(8)))
    assert len({done.value.id for done in dones}) == 1
    assert await Person.all().count() == 1
    assert await JournalRow.all().count() == 1


async def test_two_changes_of_one_version_one_wins(database: str) -> None:
    person = (await make_person(SYSTEM_VIEWER, name="壬")).value
    outcomes = await asyncio.gather(
        *(rename(SYSTEM_VIEWER, key=person.id, version=1, name=f"壬{n}") for n in range(6)),
        return_exceptions=True,
    )
    lost = [o for o in outcomes if isinstance(o, Refused)]
    assert len(lost) == 5
    assert {e.code for o in lost for e in o.errors} == {ErrorCode.STALE_VERSION}
    assert (await Person.get(id=person.id)).version == 2


async def test_cancelled_callers_leave_no_lock_and_no_half_change(database: str) -> None:
    chance = random.Random(7)

    async def drop(number: int) -> None:
        task = asyncio.ensure_future(make_person(SYSTEM_VIEWER, name=str(number)))
        for _ in range(chance.randrange(12)):
            await asyncio.sleep(0)
        task.cancel()
        await asyncio.wait({task})

    for number in range(150):
        await drop(number)
    await asyncio.wait_for(make_person(SYSTEM_VIEWER, name="末"), 5)
    assert await Person.all().count() == await JournalRow.all().count()
