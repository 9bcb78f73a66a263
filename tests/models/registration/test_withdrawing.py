"""Withdrawing: until when, and what is kept of the reason."""

from datetime import UTC, datetime, timedelta

import pytest

from models.kernel.clock import freeze, now
from models.kernel.errors import (
    Refused,
)
from models.kernel.tables import JournalRow
from models.kernel.workdays import work_calendar
from models.registration.deadlines import deadline_of
from models.registration.kinds import ClaimState, RegistrationState
from models.registration.reads import parts_visible_to
from models.registration.steps.withdrawing import withdraw_registration
from models.registration.sweeps import lapse_drafts
from models.registration.tables import RegistrationStage, WorkItem
from tests.factories import ROUTE, case
from tests.registration_story import claimed, returned

PRE, ACC, EXA, DEC = ROUTE[:4]
# Monday 2 March 2026, 10:00 in China.
MONDAY = datetime(2026, 3, 2, 2, 0, tzinfo=UTC)


@pytest.mark.requirement("D-14")
async def test_withdrawal_until_the_first_claim(sqlite: str) -> None:
    early, late = await case(), await case()
    await withdraw_registration(early.filer, id=early.case.id, version=early.case.version)
    assert (await early.fresh()).state is RegistrationState.WITHDRAWN
    assert await WorkItem.filter(registration_id=early.case.id).exclude(state=ClaimState.DONE).count() == 0
    await claimed(late, late.desk.officers[PRE])
    with pytest.raises(Refused) as refused:
        await withdraw_registration(late.filer, id=late.case.id, version=late.case.version)
    assert refused.value.errors[0].message == "审核人员已领取，不能直接撤回；可以申请撤回，由审核人员答复"


async def test_the_reason_of_a_withdrawal_is_for_the_parties_and_not_for_the_journal(sqlite: str) -> None:
    story, reason = await case(), "合同要重签"
    on = {"id": story.case.id, "version": story.case.version}
    with pytest.raises(Refused) as refused:
        await withdraw_registration(story.filer, **on, reason="长" * 501)
    assert refused.value.errors[0].path == ("input", "reason")
    await withdraw_registration(story.filer, **on, reason=f" {reason} ")
    stages = await RegistrationStage.filter(registration_id=story.case.id).order_by("place")
    assert [stage.opinion for stage in stages] == [reason, *[None] * (len(stages) - 1)]
    assert await RegistrationStage.filter(parts_visible_to(story.desk.head), opinion=reason).exists()
    assert not [row for row in await JournalRow.all() if reason in str(row.facts)]


async def test_the_clock_of_a_returned_case_ends_with_the_case(sqlite: str) -> None:
    """However long it was with the applicant: nothing is overdue, and nobody waits for a correction any more."""
    with freeze(MONDAY):
        story = await case()
        await returned(story, PRE)
    with freeze(MONDAY + timedelta(days=90)):
        assert await lapse_drafts() == 1
        stage = await RegistrationStage.filter(registration_id=story.case.id).order_by("place").first()
        assert stage is not None
        clock = deadline_of(stage, await work_calendar(), now())
    assert clock is not None
    assert (clock.paused_since, clock.pause_reason, clock.overdue) == (None, None, False)
