"""The journal loses nothing: commits out of id order, readers that come and go, edits that show."""

import asyncio
import random
from datetime import timedelta

import pytest
from tortoise import Tortoise

from models.kernel import journal
from models.kernel.clock import freeze, now
from models.kernel.cursor import Cursors, CursorTooOld
from models.kernel.database import WRITER
from models.kernel.epochs import begin_epoch, current_epoch, move_horizon
from models.kernel.errors import BadRequest
from models.kernel.journal import START, Position
from models.kernel.sealing import Verdict, seal, verify
from models.kernel.unit import Unit, unit_of_work
from models.kernel.viewer import SYSTEM_VIEWER
from models.people.tables import Person
from tests.models.kernel.test_unit import NameGiven, make_person
from tests.waiting import until

WRITERS, EVENTS_EACH = 8, 40


@unit_of_work
async def slow_person(unit: Unit, *, name: str, pauses: int) -> Person:
    """A transaction that takes its place early and commits late, as a busy server's do."""
    person = await Person.create(name=name)
    unit.record(NameGiven(name), person)
    for _ in range(pauses):
        await Person.all().count()
    return person


async def test_a_reader_beside_eight_writers_sees_every_event_once(database: str) -> None:
    chance = random.Random(11)

    async def write(writer: int) -> None:
        for number in range(EVENTS_EACH):
            await slow_person(SYSTEM_VIEWER, name=f"{writer}-{number}", pauses=chance.randrange(6))

    writing = asyncio.gather(*(write(writer) for writer in range(WRITERS)))
    seen: list[Position] = []
    after = START
    while len(seen) < WRITERS * EVENTS_EACH:
        page = await until(lambda: journal.read_after(after, 7))  # noqa: B023 called before the next turn
        seen += [entry.position for entry in page]
        after = page[-1].position
    await writing
    assert await journal.read_after(after, 7) == []
    assert len(seen) == WRITERS * EVENTS_EACH
    assert seen == sorted(set(seen))


@unit_of_work
async def told_of_many(unit: Unit, *, count: int) -> None:
    person = await Person.create(name="甲")
    for number in range(count):
        unit.record(NameGiven(str(number)), person)


async def test_more_events_than_one_statement_holds_are_one_change(database: str) -> None:
    done = await told_of_many(SYSTEM_VIEWER, count=journal.ROWS_AT_ONCE + 5)
    await until(lambda: _settled(done.cursor))
    entries = await journal.read_after(START, 2 * journal.ROWS_AT_ONCE)
    assert [one.facts["name_given"] for one in entries] == [str(n) for n in range(len(entries))]
    assert len(entries) == journal.ROWS_AT_ONCE + 5
    assert entries[-1].position == done.cursor


async def test_head_is_never_before_what_was_committed(database: str) -> None:
    assert await journal.head() == START
    done = await make_person(SYSTEM_VIEWER, name="甲")
    await until(lambda: _settled(done.cursor))
    assert await journal.head() == done.cursor
    assert await journal.read_after(await journal.head(), 5) == []


async def test_sealed_chain_holds_and_an_edit_shows(database: str) -> None:
    await _five_sealed()
    await make_person(SYSTEM_VIEWER, name="五")
    assert await until(seal) == 1
    assert await verify() == Verdict(blocks=2, entries=6)
    await Tortoise.get_connection(WRITER).execute_script("update journal set actor_id = 99 where id = 3")
    assert (await verify()).broken_at == 1


async def test_a_missing_entry_shows(database: str) -> None:
    await _five_sealed()
    await Tortoise.get_connection(WRITER).execute_script("delete from journal where id = 5")
    assert (await verify()).broken_at == 1


async def _five_sealed() -> None:
    for number in range(5):
        done = await make_person(SYSTEM_VIEWER, name=str(number))
    await until(lambda: _settled(done.cursor))
    assert await seal() == 1


async def _settled(position: Position | None) -> bool:
    return position is not None and await journal.head() >= position


def test_cursors_are_opaque_signed_and_of_one_epoch() -> None:
    cursors = Cursors(b"secret", epoch=5, horizon=Position(0, 10))
    written = cursors.write(Position(3, 17))
    assert cursors.read(written) == Position(3, 17)
    for wrong in (
        "",
        "17",
        written[:-2],
        "Z" + written[1:],
        Cursors(b"other", 5, START).write(Position(3, 17)),
    ):
        with pytest.raises(BadRequest, match="游标无效"):
            cursors.read(wrong)
    with pytest.raises(CursorTooOld):
        cursors.read(Cursors(b"secret", 4, START).write(Position(3, 17)))
    with pytest.raises(CursorTooOld):
        cursors.read(cursors.write(Position(0, 9)))


async def test_cursors_older_than_what_is_kept_ask_for_a_new_start(database: str) -> None:
    await begin_epoch(SYSTEM_VIEWER, only_first=True)
    with freeze(now() - timedelta(days=100)):
        old = (await make_person(SYSTEM_VIEWER, name="旧")).cursor
        older_still = START
    fresh = (await make_person(SYSTEM_VIEWER, name="新")).cursor
    assert (await move_horizon(SYSTEM_VIEWER, keep=timedelta(days=90))).value == old
    assert (await move_horizon(SYSTEM_VIEWER, keep=timedelta(days=90))).value is None, "it moves once"
    epoch = await current_epoch()
    assert epoch and old and fresh
    cursors = Cursors(b"secret", epoch.number, epoch.horizon)
    with pytest.raises(CursorTooOld):
        cursors.read(cursors.write(older_still))
    assert cursors.read(cursors.write(fresh)) == fresh
    assert len(await until(lambda: journal.read_after(START, 5))) == 2, "what happened stays on record"
