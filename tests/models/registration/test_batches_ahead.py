"""The next batch: of an authority for everybody, of a case for both sides, before and after it is in one."""

from datetime import date

import pytest

from models.kernel.clock import freeze
from models.kernel.viewer import SYSTEM_VIEWER
from models.kernel.workday_seed import seed_workdays
from models.registration.batches.ahead import authority_batches, case_batches, stage_batches
from models.registration.batches.kinds import BatchKind
from models.registration.kinds import RegistrationKind
from models.registration.preview import Supposed, preview
from models.registration.tables import RegistrationStage
from tests.batch_story import ANNOUNCING, FIRST, PRE, batch_desk, batch_of, case_at, go_by_batches, locked
from tests.factories import FIRE, case, desk, draft, passes
from tests.kind_story import morning

MONDAY = date(2026, 3, 2)


@pytest.mark.requirement("S4-62")
async def test_an_authority_names_its_next_batches(database: str, monkeypatch: pytest.MonkeyPatch) -> None:
    with freeze(morning(date(2026, 9, 16))):
        await seed_workdays(SYSTEM_VIEWER, first=2026, last=2026)
        plain = await desk(short_name="浙", region_code="330000")
        assert await authority_batches([plain.authority]) == [[]]
        go_by_batches(monkeypatch)
        at = await batch_desk()
        ((first, announced),) = await authority_batches([at.authority])
    assert (first.kind, first.number, first.entered) == (BatchKind.FIRST_EXAMINATION, None, False)
    assert (first.day, first.postponed_from, first.postponed_reason) == (
        date(2026, 10, 8),
        date(2026, 10, 1),
        "国庆节",
    )
    assert (announced.kind, announced.day) == (BatchKind.ANNOUNCEMENT, first.day)


@pytest.mark.requirement("S4-62")
async def test_a_case_is_told_its_next_batch_then_its_own(
    database: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    go_by_batches(monkeypatch)
    with freeze(morning(MONDAY)):
        at = await batch_desk()
        assert await case_batches([await draft()]) == [None]
        story = await case_at(PRE, at)
        (before,) = await case_batches([story.case])
        assert before is not None
        assert (before.day, before.number, before.entered) == (date(2026, 3, 16), None, False)
        await passes(story, PRE)
        (inside,) = await case_batches([await story.fresh()])
        assert inside is not None
        assert (inside.day, inside.number, inside.entered) == (
            before.day,
            (await batch_of(at, FIRST)).number,
            True,
        )
        stages = await RegistrationStage.filter(registration_id=story.case.id).order_by("place")
        by_stage = dict(zip((one.kind for one in stages), await stage_batches(stages), strict=True))
        assert by_stage[FIRST] == inside
        assert {kind for kind, one in by_stage.items() if one} == {FIRST, ANNOUNCING}


async def test_a_locked_batch_takes_no_more(database: str, monkeypatch: pytest.MonkeyPatch) -> None:
    go_by_batches(monkeypatch)
    with freeze(morning(MONDAY)):
        at = await batch_desk()
        first, second = await case_at(FIRST, at), await case_at(PRE, at)
        await locked(at, FIRST)
        (mine,), (other,) = await case_batches([first.case]), await case_batches([second.case])
        supposed = Supposed(profession=FIRE, kind=RegistrationKind.INITIAL, case_id=second.case.id)
        assert mine is not None
        assert other is not None
        assert (mine.day, mine.entered, other.day) == (date(2026, 3, 16), True, date(2026, 4, 1))
        assert (await preview(second.filer, supposed)).next_batch_on == other.day


async def test_where_nothing_goes_by_batches_there_is_none(database: str) -> None:
    story = await case()
    assert await case_batches([story.case]) == [None]
