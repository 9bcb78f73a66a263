"""Many at once: each case is its own unit of work and has its own answer."""

from datetime import UTC, datetime

import pytest

from models.kernel.errors import (
    Refused,
)
from models.registration.steps.bulk import last_position, pass_registrations
from models.registration.steps.held import Claimed
from tests.factories import ROUTE, case, desk
from tests.registration_story import claimed, recorded

PRE, ACC, EXA, DEC = ROUTE[:4]
# Monday 2 March 2026, 10:00 in China.
MONDAY = datetime(2026, 3, 2, 2, 0, tzinfo=UTC)


async def test_many_at_once_answer_one_by_one_and_repeat_nothing(database: str) -> None:
    at = await desk()
    stories = [await case(at=at) for _ in range(3)]
    officer = at.officers[PRE]
    items = [await claimed(story, officer) for story in stories]
    items[1] = Claimed(items[1].id, items[1].version, items[1].fence - 1)
    first = await pass_registrations(officer, "key", items=items)
    assert [len(one.errors) for one in first] == [0, 1, 0]
    again = await pass_registrations(officer, "key", items=items)
    assert [one.done.replayed for one in again if one.done] == [True, True]
    assert last_position(again) == last_position(first)
    assert [one.name for one in await recorded()].count("STAGE_PASSED") == 2
    with pytest.raises(Refused):
        await pass_registrations(officer, "key", items=[items[0], items[0]])
