"""Four eyes: whatever the door, nobody handles their own case or their employer's, nor two stages of one case."""

from collections.abc import Awaitable, Callable
from dataclasses import replace
from typing import Any

import pytest

from models.authorities.kinds import ReviewerRole
from models.authorities.tables import Authority
from models.kernel.errors import Refused
from models.kernel.unit import Unit, unit_of_work
from models.kernel.viewer import SYSTEM_VIEWER, Viewer
from models.professions.rulebook import STAGE_ROLES
from models.registration.steps.bulk import pass_registrations, return_registrations
from models.registration.steps.claiming import claim_next_work, claim_work, reassign_work
from models.registration.steps.deciding import (
    decline_registration,
    extend_deadline,
    pass_registration,
    refuse_registration,
    return_registration,
)
from models.registration.steps.held import Claimed
from models.registration.steps.issuing import issue_certificate
from models.registration.steps.withdrawing import allow_withdrawal, deny_withdrawal
from models.registration.tables import WorkItem
from tests.factories import ROUTE, Story, case, passes, reviewer
from tests.registration_story import POST_WRONG, SIGNER

PRE, ACC, EXA, _, MAKING = ROUTE


@unit_of_work
async def _gives(unit: Unit, *, item_id: int, reviewer_id: int) -> None:
    """A claim that ought not to be: as if it had been taken before the kinship was known."""
    item = await WorkItem.get(id=item_id)
    await WorkItem.filter(id=item_id).update(
        state="HELD", held_by_id=reviewer_id, fence=item.fence + 1, held_until=unit.now.replace(year=9000)
    )


async def _held(story: Story, officer: Viewer) -> Claimed:
    assert officer.reviewer_id is not None
    await _gives(SYSTEM_VIEWER, item_id=(await story.item()).id, reviewer_id=officer.reviewer_id)
    row = await story.fresh()
    return Claimed(row.id, row.version, (await story.item()).fence)


Door = Callable[[Viewer, Claimed], Awaitable[Any]]
DECISIONS: dict[str, Door] = {
    "pass": lambda viewer, on: pass_registration(viewer, on=on),
    "return": lambda viewer, on: return_registration(viewer, on=on, remarks=(POST_WRONG,)),
    "decline": lambda viewer, on: decline_registration(viewer, on=on, rules=["FIRE-WHO"], opinion="不符"),
    "refuse": lambda viewer, on: refuse_registration(viewer, on=on, rules=["FIRE-WHO"], opinion="不符"),
    "issue": lambda viewer, on: issue_certificate(viewer, on=on, signer=SIGNER),
    "allow": lambda viewer, on: allow_withdrawal(viewer, on=on),
    "deny": lambda viewer, on: deny_withdrawal(viewer, on=on, reason="已办"),
}
STAGE_OF = {"decline": ACC, "refuse": EXA, "issue": MAKING}


@pytest.mark.parametrize("name", DECISIONS)
@pytest.mark.parametrize("kin", ["person", "employer", "earlier stage"])
async def test_no_decision_by_somebody_who_must_stay_away(sqlite: str, name: str, kin: str) -> None:
    stage = STAGE_OF.get(name, ACC)
    story = await case(stage=stage)
    if kin == "earlier stage":
        earlier = story.desk.officers[PRE]
        grants = tuple(replace(grant, role=STAGE_ROLES[stage].value) for grant in earlier.grants)
        officer = replace(earlier, grants=grants)
    else:
        known = {
            "person": {"person_id": story.filer.person_id},
            "employer": {"employer_id": story.employer.id},
        }
        officer = await reviewer(STAGE_ROLES[stage], at=story.authority, name="回避", **known[kin])
    with pytest.raises(Refused, match=r"须由他人办理|两个环节"):
        await DECISIONS[name](officer, await _held(story, officer))


async def test_neither_many_at_once_nor_claims_nor_the_heads_doors_lead_around_it(database: str) -> None:
    story = await case(stage=EXA)
    kin: dict[str, Any] = {"person_id": story.filer.person_id}
    officer = await reviewer(STAGE_ROLES[EXA], at=story.authority, name="本人", **kin)
    with pytest.raises(Refused, match="须由他人办理"):
        await claim_work(officer, id=(await story.item()).id)
    assert (await claim_next_work(officer)).value is None
    head = await reviewer(ReviewerRole.HEAD, at=story.authority, name="本人负责", **kin)
    other = story.desk.officers[EXA].reviewer_id
    assert other is not None
    item, row = await story.item(), await story.fresh()
    with pytest.raises(Refused, match="须由他人办理"):
        await reassign_work(head, id=item.id, reviewer_id=other, reason="转办")
    with pytest.raises(Refused, match="须由他人办理"):
        await extend_deadline(head, id=row.id, version=row.version, reason="核实")
    with pytest.raises(Refused, match="须由他人办理"):
        assert officer.reviewer_id is not None
        await reassign_work(story.desk.head, id=item.id, reviewer_id=officer.reviewer_id, reason="转办")
    on = await _held(story, officer)
    for outcomes in (
        await pass_registrations(officer, "p", items=[on]),
        await return_registrations(officer, "r", items=[on], remarks=(POST_WRONG,)),
    ):
        assert ["须由他人办理" in one.message for one in outcomes[0].errors] == [True]


async def test_an_authority_may_allow_one_person_two_stages(sqlite: str) -> None:
    story = await case()
    both = await reviewer(STAGE_ROLES[PRE], STAGE_ROLES[ACC], at=story.authority, name="一人")
    story.desk.officers |= {PRE: both, ACC: both}
    await passes(story, PRE)
    with pytest.raises(Refused, match="两个环节"):
        await claim_work(both, id=(await story.item()).id)
    await _allows(SYSTEM_VIEWER, id=story.authority.id)
    await passes(story, ACC)


@unit_of_work
async def _allows(unit: Unit, *, id: int) -> None:
    await Authority.filter(id=id).update(same_reviewer_may_pass_two_stages=True)
