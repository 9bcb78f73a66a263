"""After the first claim a withdrawal is a request: who may ask and answer, what it changes, when it loses its meaning."""

from typing import Any

import pytest

from models.kernel.errors import ErrorCode, Forbidden, InvalidField, NotFound, Refused, WrongState
from models.registration.actions import case_options
from models.registration.kinds import ClaimState, RegistrationState, StageKind, StageState, WithdrawalState
from models.registration.steps.deciding import pass_registration, refuse_registration, return_registration
from models.registration.steps.held import Claimed
from models.registration.steps.withdrawing import (
    allow_withdrawal,
    deny_withdrawal,
    request_withdrawal,
    withdraw_registration,
)
from models.registration.tables import RegistrationStage, WorkItem
from models.registration.withdrawals import WithdrawalRequest
from tests.factories import ROUTE, Story, case, desk, employer_account, engineer
from tests.registration_story import POST_WRONG, claimed, recorded, told_to

PRE, ACC, EXA, DEC = ROUTE[:4]
REASON = "要换聘用单位"

pytestmark = pytest.mark.requirement("D-14")


async def asked(stage: StageKind = PRE) -> tuple[Story, Claimed]:
    """A case that its stage's officer has claimed and its filer asks back."""
    story = await case(stage)
    held = await claimed(story, story.desk.officers[stage])
    row = (await request_withdrawal(story.filer, id=story.case.id, version=held.version, reason=REASON)).value
    return story, Claimed(row.id, row.version, held.fence)


async def ready(story: Story, viewer: Any) -> dict[str, bool]:
    options = await case_options(await story.fresh(), viewer)
    return {one.available.action: one.available.ready for one in options}


async def request_of(story: Story) -> WithdrawalRequest:
    return await WithdrawalRequest.get(registration_id=story.case.id)


async def test_only_the_filer_asks_and_only_after_the_first_claim(sqlite: str) -> None:
    story = await case()
    on: dict[str, Any] = {"id": story.case.id, "version": story.case.version, "reason": REASON}
    for outsider in (await engineer(), (await desk(short_name="川", region_code="510000")).head):
        with pytest.raises(NotFound):
            await request_withdrawal(outsider, **on)
    for party in (story.desk.officers[PRE], await employer_account(story.employer)):
        with pytest.raises(Forbidden):
            await request_withdrawal(party, **on)
    with pytest.raises(Refused) as early:
        await request_withdrawal(story.filer, **on)
    assert isinstance(early.value.errors[0], WrongState)
    assert "可以直接撤回" in early.value.errors[0].message
    assert (await ready(story, story.filer)).items() >= {
        ("withdraw_registration", True), ("request_withdrawal", False),
    }  # fmt: skip
    await claimed(story, story.desk.officers[PRE])
    assert (await ready(story, story.filer)).items() >= {
        ("withdraw_registration", False), ("request_withdrawal", True),
    }  # fmt: skip
    with pytest.raises(Refused) as wordless:
        await request_withdrawal(story.filer, **on | {"reason": "  "})
    assert isinstance(wordless.value.errors[0], InvalidField)
    assert wordless.value.errors[0].path == ("input", "reason")


async def test_a_request_is_one_event_and_leaves_the_case_where_it_stands(database: str) -> None:
    story = await case()
    held = await claimed(story, story.desk.officers[PRE])
    before = len(await recorded(story.case))
    row = (await request_withdrawal(story.filer, id=held.id, version=held.version, reason=REASON)).value
    assert (row.state, row.version) == (RegistrationState.IN_REVIEW, held.version + 1)
    (entry,) = (await recorded(row))[before:]
    assert (entry.name, entry.subject_version) == ("WITHDRAWAL_REQUESTED", row.version)
    for viewer, hears in (
        (story.filer, True), (story.desk.officers[PRE], True),
        (await employer_account(story.employer), False), (await engineer(), False),
    ):  # fmt: skip
        assert ("WITHDRAWAL_REQUESTED" in {one.name for one in await told_to(viewer, row)}) is hears
    assert REASON not in str([one.facts for one in await recorded(row)]), "the journal keeps no private text"
    assert (await story.item()).state is ClaimState.HELD
    with pytest.raises(Refused) as twice:
        await request_withdrawal(story.filer, id=row.id, version=row.version, reason=REASON)
    assert "请等待审核人员答复" in twice.value.errors[0].message
    assert not (await ready(story, story.filer))["request_withdrawal"]


async def test_only_whoever_holds_the_case_answers(sqlite: str) -> None:
    story, on = await asked()
    elsewhere = await desk(short_name="川", region_code="510000")
    with pytest.raises(NotFound):
        await allow_withdrawal(elsewhere.officers[PRE], on=on)
    for stranger in (story.filer, story.desk.head):
        with pytest.raises(Forbidden):
            await allow_withdrawal(stranger, on=on)
    with pytest.raises(Refused) as other_stage:
        await deny_withdrawal(story.desk.officers[ACC], on=on, reason="材料齐全")
    assert other_stage.value.errors[0].code is ErrorCode.CLAIM_LOST
    with pytest.raises(Refused):
        await deny_withdrawal(story.desk.officers[PRE], on=on, reason=" ")
    assert (await request_of(story)).state is WithdrawalState.OPEN
    assert (await ready(story, story.desk.officers[PRE])).items() >= {
        ("allow_withdrawal", True), ("deny_withdrawal", True),
    }  # fmt: skip


async def test_allowed_it_is_withdrawn_in_the_same_unit(database: str) -> None:
    story, on = await asked(EXA)
    before = len(await recorded(story.case))
    row = (await allow_withdrawal(story.desk.officers[EXA], on=on)).value
    assert row.state is RegistrationState.WITHDRAWN
    assert [entry.name for entry in (await recorded(row))[before:]] == ["REGISTRATION_WITHDRAWN"]
    assert (await request_of(story)).state is WithdrawalState.ALLOWED
    stages = await RegistrationStage.filter(registration_id=row.id).order_by("place")
    assert [stage.state for stage in stages] == [
        StageState.PASSED, StageState.PASSED, *[StageState.STOPPED] * 3,
    ]  # fmt: skip
    assert (stages[2].officer_id, stages[2].opinion) == (story.desk.officers[EXA].reviewer_id, REASON)
    assert not await WorkItem.filter(registration_id=row.id).exclude(state=ClaimState.DONE).exists()
    assert await ready(story, story.filer) == {}


async def test_denied_it_goes_on_and_may_be_asked_again(sqlite: str) -> None:
    story, on = await asked()
    officer, why = story.desk.officers[PRE], "审核即将办结"
    row = (await deny_withdrawal(officer, on=on, reason=why)).value
    assert row.state is RegistrationState.IN_REVIEW
    request = await request_of(story)
    assert (request.state, request.answer) == (WithdrawalState.DENIED, why)
    denied = [one for one in await told_to(story.filer, row) if one.name == "WITHDRAWAL_DENIED"]
    assert len(denied) == 1 and denied[0].notifies
    with pytest.raises(Refused) as answered:
        await allow_withdrawal(officer, on=Claimed(row.id, row.version, on.fence))
    assert answered.value.errors[0].code is ErrorCode.WRONG_STATE
    assert "allow_withdrawal" not in await ready(story, officer)
    await request_withdrawal(story.filer, id=row.id, version=row.version, reason=REASON)
    with pytest.raises(Refused):
        await withdraw_registration(story.filer, id=row.id, version=row.version + 1)


@pytest.mark.parametrize("how", ["returned", "refused", "granted"])
async def test_a_decision_overtakes_the_request(sqlite: str, how: str) -> None:
    stage = {"returned": PRE, "refused": EXA, "granted": DEC}[how]
    story, on = await asked(stage)
    officer = story.desk.officers[stage]
    if how == "returned":
        await return_registration(officer, on=on, remarks=(POST_WRONG,))
    elif how == "refused":
        await refuse_registration(officer, on=on, rules=["FIRE-AGE"], opinion="不符")
    else:
        await pass_registration(officer, on=on)
    assert (await request_of(story)).state is WithdrawalState.OVERTAKEN


async def test_passing_a_stage_hands_the_request_to_the_next(sqlite: str) -> None:
    story, on = await asked(PRE)
    await pass_registration(story.desk.officers[PRE], on=on)
    assert (await request_of(story)).state is WithdrawalState.OPEN
    officer = story.desk.officers[ACC]
    row = (await allow_withdrawal(officer, on=await claimed(story, officer))).value
    assert row.state is RegistrationState.WITHDRAWN
