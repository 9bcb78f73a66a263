"""Claims: one holder, a fence that only rises, a lease that ends."""

import asyncio
from datetime import UTC, datetime, timedelta

import pytest

from models.authorities.kinds import ReviewerRole
from models.kernel.clock import freeze
from models.kernel.errors import ErrorCode, Forbidden, LimitReached, NotFound, Refused, WrongState
from models.registration.kinds import ClaimState, StageKind
from models.registration.steps import claiming
from models.registration.steps.claiming import (
    Wanted,
    claim_next_work,
    claim_work,
    keep_claim,
    reassign_work,
    release_work,
)
from models.registration.sweeps import expire_claims
from tests.factories import case, desk, employer_account, reviewer
from tests.registration_story import recorded, told_to

PRE = StageKind.PRE_EXAMINATION
NOON = datetime(2026, 3, 2, 4, 0, tzinfo=UTC)


async def test_of_many_claiming_at_once_one_holds(database: str) -> None:
    story = await case()
    officers = [await reviewer(ReviewerRole.PRE_EXAMINER, at=story.authority) for _ in range(5)]
    item = await story.item()
    outcomes = await asyncio.gather(
        *(claim_work(officer, id=item.id) for officer in officers), return_exceptions=True
    )
    lost = [one for one in outcomes if isinstance(one, Refused)]
    assert len(lost) == 4
    assert all(isinstance(one.errors[0], WrongState) and one.errors[0].event is not None for one in lost)
    item = await story.item()
    assert (item.state, item.fence) == (ClaimState.HELD, 1)
    assert [entry.name for entry in await recorded(item)] == ["WORK_ADDED", "WORK_CLAIMED"]


async def test_only_the_role_of_the_stage_claims(sqlite: str) -> None:
    story = await case()
    item = await story.item()
    with pytest.raises(Forbidden):
        await claim_work(story.desk.officers[StageKind.DECISION], id=item.id)
    with pytest.raises(NotFound):
        await claim_work((await desk(short_name="川", region_code="510000")).officers[PRE], id=item.id)
    with pytest.raises(Forbidden):
        await claim_work(story.filer, id=item.id)


async def test_a_lease_is_renewed_and_ends(sqlite: str) -> None:
    with freeze(NOON):
        story = await case()
        officer = story.desk.officers[PRE]
        item = (await claim_work(officer, id=(await story.item()).id)).value
        assert item.held_until == NOON + timedelta(minutes=30)
    with freeze(NOON + timedelta(minutes=20)):
        item = (await keep_claim(officer, id=item.id, fence=1)).value
        assert item.held_until == NOON + timedelta(minutes=45)
        assert await expire_claims() == 0
    with freeze(NOON + timedelta(minutes=46)):
        with pytest.raises(Refused) as refused:
            await keep_claim(officer, id=item.id, fence=1)
        assert refused.value.errors[0].code is ErrorCode.CLAIM_LOST
        assert await expire_claims() == 1
        assert await expire_claims() == 0
    item = await story.item()
    assert (item.state, item.held_by_id, item.fence) == (ClaimState.FREE, None, 1)
    assert [entry.name for entry in await recorded(item)][-1] == "WORK_RELEASED"


async def test_a_lease_that_is_over_is_taken_by_the_next_without_the_clock(sqlite: str) -> None:
    with freeze(NOON):
        story = await case()
        await claim_work(story.desk.officers[PRE], id=(await story.item()).id)
    other = await reviewer(ReviewerRole.PRE_EXAMINER, at=story.authority)
    with freeze(NOON + timedelta(minutes=30)):
        item = (await claim_work(other, id=(await story.item()).id)).value
    assert (item.held_by_id, item.fence) == (other.reviewer_id, 2)


async def test_the_next_item_is_the_most_urgent_that_four_eyes_allow(sqlite: str) -> None:
    at = await desk()
    with freeze(NOON):
        later = await case(at=at)
    with freeze(NOON - timedelta(days=5)):
        urgent = await case(at=at)
    officer = at.officers[PRE]
    with freeze(NOON):
        first = (await claim_next_work(officer)).value
        second = (await claim_next_work(officer)).value
        assert (await claim_next_work(officer)).value is None
    assert first is not None and second is not None
    assert (first.registration_id, second.registration_id) == (urgent.case.id, later.case.id)
    kin = await reviewer(ReviewerRole.PRE_EXAMINER, at=at.authority, employer_id=later.employer.id)
    await release_work(at.head, id=second.id)
    assert (await claim_next_work(kin)).value is None
    wanted = Wanted(stages=(StageKind.DECISION,))
    assert (await claim_next_work(officer, wanted=wanted)).value is None


async def test_twenty_at_most(sqlite: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(claiming, "HELD_AT_MOST", 1)
    at = await desk()
    one, two = await case(at=at), await case(at=at)
    await claim_work(at.officers[PRE], id=(await one.item()).id)
    with pytest.raises(Refused) as refused:
        await claim_work(at.officers[PRE], id=(await two.item()).id)
    assert isinstance(refused.value.errors[0], LimitReached)


async def test_release_by_holder_or_head_only(sqlite: str) -> None:
    story = await case()
    other = await reviewer(ReviewerRole.PRE_EXAMINER, at=story.authority)
    item = (await claim_work(story.desk.officers[PRE], id=(await story.item()).id)).value
    with pytest.raises(Forbidden):
        await release_work(other, id=item.id, fence=item.fence)
    with pytest.raises(Refused):
        await release_work(story.desk.officers[PRE], id=item.id, fence=item.fence + 1)
    assert (
        await release_work(story.desk.officers[PRE], id=item.id, fence=item.fence)
    ).value.held_by_id is None


async def test_the_head_gives_work_to_whoever_may_do_it(sqlite: str) -> None:
    story = await case()
    item = await story.item()
    able = await reviewer(ReviewerRole.PRE_EXAMINER, at=story.authority)
    wrong_post = story.desk.officers[StageKind.DECISION].reviewer_id
    with pytest.raises(Refused):
        await reassign_work(story.desk.head, id=item.id, reviewer_id=wrong_post or 0, reason="休假")
    with pytest.raises(Forbidden):
        await reassign_work(able, id=item.id, reviewer_id=able.reviewer_id or 0, reason="休假")
    given = (
        await reassign_work(story.desk.head, id=item.id, reviewer_id=able.reviewer_id or 0, reason="休假")
    ).value
    assert (given.held_by_id, given.state, given.fence) == (able.reviewer_id, ClaimState.HELD, 1)


async def test_the_applicant_hears_of_every_claim_and_never_by_whom(sqlite: str) -> None:
    with freeze(NOON):
        story = await case()
        item, able = await story.item(), await reviewer(ReviewerRole.PRE_EXAMINER, at=story.authority)
        held = (await claim_work(story.desk.officers[PRE], id=item.id)).value
        await release_work(story.desk.officers[PRE], id=item.id, fence=held.fence)
        await reassign_work(story.desk.head, id=item.id, reviewer_id=able.reviewer_id or 0, reason="休假")
    with freeze(NOON + timedelta(days=9)):
        await expire_claims()
    heard = await told_to(story.filer, item)
    assert [entry.name for entry in heard] == [
        "WORK_CLAIMED", "WORK_RELEASED", "WORK_HANDED_OVER", "WORK_RELEASED",
    ]  # fmt: skip
    assert {entry.facts["registration"] for entry in heard} == {story.case.global_id}
    assert "审核甲" not in str(heard) and "李慧" not in str(heard)
    assert await told_to(await employer_account(story.employer), item) == []
    queue = [entry.name for entry in await told_to(able, item)]
    assert queue == ["WORK_ADDED", "WORK_CLAIMED", "WORK_RELEASED", "WORK_REASSIGNED", "WORK_RELEASED"]
    assert await told_to((await desk(short_name="川", region_code="510000")).head, item) == []
