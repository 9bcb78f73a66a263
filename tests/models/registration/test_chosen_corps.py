"""The corps that was chosen handles the case, and no other."""

import pytest

from models.registration import reads
from models.registration.kinds import StageKind
from models.registration.tables import RegistrationStage, WorkItem
from tests.factories import ROUTE, Desk, case, desk, passes


async def queued(at: Desk, stage: StageKind) -> int:
    return await WorkItem.filter(reads.queue_of(at.officers[stage]), state="FREE").count()


@pytest.mark.requirement("S0-19")
async def test_the_chosen_corps_own_staff_pre_examine_and_accept(database: str) -> None:
    advised, chosen = await desk(), await desk(short_name="川", region_code="510000")
    story = await case(at=chosen)
    for stage in (StageKind.PRE_EXAMINATION, StageKind.ACCEPTANCE):
        assert [await queued(chosen, one) for one in ROUTE] == [one is stage for one in ROUTE]
        assert [await queued(advised, one) for one in ROUTE] == [0] * len(ROUTE)
        await passes(story, stage)
    stages = await RegistrationStage.filter(registration_id=story.case.id).order_by("place")
    assert {stage.authority_id for stage in stages} == {chosen.authority.id}
    officers = [chosen.officers[stage].reviewer_id for stage in ROUTE[:2]]
    assert [stage.officer_id for stage in stages[:2]] == officers
