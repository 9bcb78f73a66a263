"""Batches go on the 1st and the 15th, moved to the next working day; they open and lock by the clock."""

from datetime import UTC, date, datetime, timedelta

import pytest

from models.kernel.clock import CHINA, freeze
from models.kernel.tables import Workday
from models.kernel.unit import Unit, unit_of_work
from models.kernel.viewer import SYSTEM_VIEWER
from models.kernel.workday_seed import seed_workdays
from models.kernel.workdays import WorkCalendar, forget_calendar, work_calendar
from models.registration.batches.dates import batch_date_after
from models.registration.batches.kinds import BatchState
from models.registration.batches.sweeps import lock_batches, open_batches
from models.registration.batches.tables import Batch
from tests.batch_story import FIRST, batch_desk, batch_of, case_at, entry_of, go_by_batches, locked

HOLIDAY = {date(2026, 10, day): False for day in range(1, 8)}
MONDAY = datetime(2026, 3, 2, 2, 0, tzinfo=UTC)


@pytest.fixture(autouse=True)
def _batches(monkeypatch: pytest.MonkeyPatch) -> None:
    go_by_batches(monkeypatch)


@pytest.mark.requirement("S4-62")
@pytest.mark.parametrize(
    ("after", "day", "nominal"),
    [
        (date(2026, 9, 13), date(2026, 9, 15), date(2026, 9, 15)),
        (date(2026, 9, 14), date(2026, 9, 15), date(2026, 9, 15)),
        (date(2026, 9, 15), date(2026, 10, 8), date(2026, 10, 1)),
        (date(2026, 10, 1), date(2026, 10, 8), date(2026, 10, 1)),
        (date(2026, 10, 7), date(2026, 10, 8), date(2026, 10, 1)),
        (date(2026, 10, 8), date(2026, 10, 15), date(2026, 10, 15)),
        (date(2026, 10, 15), date(2026, 11, 2), date(2026, 11, 1)),
        (date(2026, 12, 31), date(2027, 1, 1), date(2027, 1, 1)),
        (date(2028, 2, 15), date(2028, 3, 1), date(2028, 3, 1)),
    ],
)
def test_the_first_and_the_fifteenth_or_the_next_day_that_is_worked(
    after: date, day: date, nominal: date
) -> None:
    found = batch_date_after(after, WorkCalendar(HOLIDAY))
    assert (found.day, found.nominal) == (day, nominal)


@pytest.mark.requirement("S4-62")
async def test_a_moved_date_says_from_when_and_why(database: str) -> None:
    at = await batch_desk()
    await seed_workdays(SYSTEM_VIEWER, first=2026, last=2026)
    forget_calendar()
    with freeze(datetime(2026, 9, 28, 2, 0, tzinfo=UTC)):
        await open_batches()
    batch = await batch_of(at, FIRST)
    assert batch.postponed_from == date(2026, 10, 1)
    assert batch.day == (await work_calendar()).next_workday(date(2026, 10, 1)) > date(2026, 10, 1)
    assert batch.postponed_reason
    assert batch.lock_at.astimezone(CHINA).date() == batch.day


async def test_the_clock_opens_one_batch_and_locks_it_when_its_day_begins(database: str) -> None:
    at = await batch_desk()
    with freeze(MONDAY):
        assert await open_batches() == 2
        await open_batches()
        story = await case_at(FIRST, at)
        batch = await batch_of(at, FIRST)
    assert (batch.number, batch.day, await Batch.all().count()) == ("2026-01", date(2026, 3, 16), 2)
    assert (await entry_of(story)).batch_id == batch.id
    for moment, state in ((-1, BatchState.OPEN), (0, BatchState.LOCKED), (60, BatchState.LOCKED)):
        with freeze(batch.lock_at + timedelta(seconds=moment)):
            await lock_batches()
            assert (await Batch.get(id=batch.id)).state is state
    with freeze(batch.lock_at + timedelta(hours=9)):
        late = await case_at(FIRST, at)
        assert (await batch_of(at, FIRST)).day == date(2026, 4, 1)
        assert (await entry_of(late)).batch_id != batch.id


async def test_a_batch_locked_early_is_followed_by_that_of_the_next_date(database: str) -> None:
    at = await batch_desk()
    with freeze(MONDAY):
        await case_at(FIRST, at)
        early = await locked(at, FIRST)
        await case_at(FIRST, at)
        following = await batch_of(at, FIRST)
    assert (early.day, following.day) == (date(2026, 3, 16), date(2026, 4, 1))
    assert following.number == "2026-02"


async def test_a_day_that_became_a_day_off_moves_the_batch_instead_of_locking_it(database: str) -> None:
    at = await batch_desk()
    with freeze(MONDAY):
        await open_batches()
        batch = await batch_of(at, FIRST)
    await _rest(SYSTEM_VIEWER, day=batch.day)
    forget_calendar()
    with freeze(batch.lock_at):
        await lock_batches()
    moved = await Batch.get(id=batch.id)
    assert (moved.state, moved.day) == (BatchState.OPEN, date(2026, 3, 17))
    assert (moved.postponed_from, moved.postponed_reason) == (date(2026, 3, 15), "台风停工")


@unit_of_work
async def _rest(unit: Unit, *, day: date) -> None:
    await Workday.create(day=day, working=False, label="台风停工")
