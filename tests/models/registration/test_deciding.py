"""Stage by stage: who may decide, who was faster, what comes back."""

import asyncio
from datetime import UTC, datetime, timedelta

import pytest

from models.authorities.kinds import ReviewerRole
from models.kernel.clock import freeze
from models.kernel.errors import (
    ClaimLost,
    ErrorCode,
    Forbidden,
    InvalidField,
    NotFound,
    Refused,
    StaleVersion,
    UnmetRequirement,
    WrongState,
)
from models.kernel.unit import Unit, unit_of_work
from models.kernel.viewer import SYSTEM_VIEWER
from models.registration.digest import preview_digest
from models.registration.kinds import ClaimState, RegistrationState, StageKind, StageState
from models.registration.letters import letter_paper
from models.registration.steps.claiming import claim_work
from models.registration.steps.deciding import (
    decline_registration,
    extend_deadline,
    pass_registration,
    refuse_registration,
    return_registration,
)
from models.registration.steps.drafting import save_registration
from models.registration.steps.filing import resubmit_registration
from models.registration.steps.held import Claimed
from models.registration.steps.remarks import Remark
from models.registration.tables import Attachment, RegistrationStage, ReviewRemark, WorkItem
from tests.factories import ROUTE, Story, case, desk, reviewer
from tests.registration_story import POST_WRONG, claimed, corrected, recorded, returned

PRE, ACC, EXA, DEC = ROUTE[:4]
# Monday 2 March 2026, 10:00 in China.
MONDAY = datetime(2026, 3, 2, 2, 0, tzinfo=UTC)


async def stage_of(story: Story, kind: StageKind) -> RegistrationStage:
    return await RegistrationStage.get(registration_id=story.case.id, kind=kind)


async def names(story: Story) -> list[str]:
    return [one.name for one in await recorded(story.case)]


async def test_a_case_goes_stage_by_stage_to_its_grant(database: str) -> None:
    story = await case(stage=StageKind.CERTIFICATE_MAKING)
    assert story.case.state is RegistrationState.GRANTED
    assert story.case.decided_at is not None
    stages = await RegistrationStage.filter(registration_id=story.case.id).order_by("place")
    assert [stage.state for stage in stages] == [StageState.PASSED] * 4 + [StageState.OPEN]
    assert len({stage.officer_id for stage in stages[:4]}) == 4
    assert (await names(story))[-4:] == ["STAGE_PASSED"] * 3 + ["REGISTRATION_GRANTED"]
    items = await WorkItem.filter(registration_id=story.case.id).order_by("id")
    assert [item.state for item in items] == [ClaimState.DONE] * 4 + [ClaimState.FREE]


async def test_outsiders_decide_nothing(sqlite: str) -> None:
    story, foreign = await case(), await desk(short_name="川", region_code="510000")
    row, item = story.case, await story.item()
    on = Claimed(row.id, row.version, item.fence)
    for outsider in (foreign.officers[PRE], foreign.head):
        with pytest.raises(NotFound):
            await pass_registration(outsider, on=on)
    with pytest.raises(Forbidden):
        await pass_registration(story.filer, on=on)
    other_region = await reviewer(ReviewerRole.PRE_EXAMINER, at=story.authority, regions=("3205",))
    with pytest.raises(NotFound):
        await pass_registration(other_region, on=on)
    with pytest.raises(Refused) as refused:
        await pass_registration(story.desk.officers[PRE], on=on)
    assert refused.value.errors[0].code is ErrorCode.CLAIM_LOST
    assert (await story.fresh()).version == row.version


async def test_two_deciding_at_once_one_wins_and_the_other_reads_who(database: str) -> None:
    with freeze(MONDAY):
        story = await case()
        first = await reviewer(ReviewerRole.PRE_EXAMINER, at=story.authority, name="李慧")
        second = await reviewer(ReviewerRole.PRE_EXAMINER, at=story.authority, name="周岩")
        old = await claimed(story, second)
    with freeze(MONDAY + timedelta(minutes=31)):
        new = await claimed(story, first)
        outcomes = await asyncio.gather(
            pass_registration(second, on=Claimed(old.id, new.version, old.fence)),
            pass_registration(first, on=new),
            return_exceptions=True,
        )
    lost, won = outcomes
    assert not isinstance(won, BaseException)
    assert isinstance(lost, Refused)
    assert isinstance(lost.errors[0], ClaimLost)
    assert lost.errors[0].message.startswith("李慧已于3月2日 10:31办理：")
    assert (await names(story)).count("STAGE_PASSED") == 1


async def test_whoever_decides_after_the_decision_reads_what_was_decided(sqlite: str) -> None:
    story = await case(stage=DEC)
    officer = story.desk.officers[DEC]
    on = await claimed(story, officer)
    await pass_registration(officer, on=on)
    with pytest.raises(Refused) as refused:
        await pass_registration(officer, on=on)
    error = refused.value.errors[0]
    assert isinstance(error, WrongState)
    assert error.event is not None and error.event.name == "REGISTRATION_GRANTED"


async def test_an_older_version_is_refused_even_with_the_claim(sqlite: str) -> None:
    story = await case()
    officer = story.desk.officers[PRE]
    on = await claimed(story, officer)
    with pytest.raises(Refused) as refused:
        await pass_registration(officer, on=Claimed(on.id, on.version - 1, on.fence))
    assert isinstance(refused.value.errors[0], StaleVersion)


async def test_four_eyes(sqlite: str) -> None:
    story = await case(stage=ACC)
    both = await reviewer(ReviewerRole.ACCEPTOR, ReviewerRole.EXAMINER, at=story.authority, name="两岗")
    own = await reviewer(ReviewerRole.ACCEPTOR, at=story.authority, person_id=story.filer.person_id)
    kin = await reviewer(ReviewerRole.ACCEPTOR, at=story.authority, employer_id=story.employer.id)
    item = await story.item()
    for tied in (own, kin):
        with pytest.raises(Refused) as refused:
            await claim_work(tied, id=item.id)
        assert isinstance(refused.value.errors[0], UnmetRequirement)
    await pass_registration(both, on=await claimed(story, both))
    with pytest.raises(Refused) as refused:
        await claim_work(both, id=(await story.item()).id)
    assert refused.value.errors[0].message == "您已办理本件的受理，同一人不能办理两个环节"


async def test_a_returned_case_comes_back_to_the_stage_that_returned_it(database: str) -> None:
    story = await case(stage=ACC)
    row = await returned(story, ACC)
    assert (row.state, (await stage_of(story, ACC)).state) == (RegistrationState.RETURNED, StageState.PAUSED)
    assert await WorkItem.filter(registration_id=row.id).exclude(state=ClaimState.DONE).count() == 0
    row = await corrected(story)
    assert (row.state, (await stage_of(story, ACC)).state) == (RegistrationState.IN_REVIEW, StageState.OPEN)
    item = await story.item()
    assert (item.stage_kind, item.resubmitted, item.state) == (ACC, True, ClaimState.FREE)
    assert (await names(story))[-1] == "REGISTRATION_RESUBMITTED"


async def test_the_clock_stands_still_while_the_case_is_with_the_applicant(sqlite: str) -> None:
    with freeze(MONDAY):
        story = await case()
    before = await stage_of(story, PRE)
    assert before.due_at is not None
    with freeze(MONDAY + timedelta(hours=5)):
        await returned(story, PRE)
    with freeze(MONDAY + timedelta(days=9, hours=5)):  # Wednesday of the next week, same hour
        await corrected(story)
    after = await stage_of(story, PRE)
    assert after.due_at is not None
    # Three working days stood open, less five hours; they go on from Wednesday and jump over the weekend.
    gained = after.due_at - before.due_at
    assert timedelta(days=11, minutes=-1) <= gained <= timedelta(days=11)


async def test_remarks_stand_on_a_field_or_an_attachment_and_must_be_answered(sqlite: str) -> None:
    story = await case()
    officer = story.desk.officers[PRE]
    on = await claimed(story, officer)
    scan = await Attachment.filter(registration_id=on.id).order_by("id").first()
    assert scan is not None
    for wrong in (
        (),
        (Remark(text="不清楚"),),
        (Remark(text="都", path=("basic", "name"), attachment_id=scan.id),),
        (Remark(text="无", path=("basic", "nothing")),),
        (Remark(text="无", attachment_id=scan.id + 99),),
        (Remark(text=" ", attachment_id=scan.id),),
        (Remark(text="框", attachment_id=scan.id, box=(0.1, 0.2, 1.4, 0.1)),),
    ):
        with pytest.raises(Refused) as refused:
            await return_registration(officer, on=on, remarks=wrong)
        assert all(isinstance(error, InvalidField) for error in refused.value.errors)
    remarks = (POST_WRONG, Remark(text="印章不清楚", attachment_id=scan.id, page=1))
    await return_registration(officer, on=on, remarks=remarks)
    row = await story.fresh()
    letter = await letter_paper(row)
    assert letter is not None
    assert [one.text for one in letter.remarks] == [one.text for one in remarks]
    assert letter.remarks[1].subject == "附件：资格证书第1页"
    row = (
        await save_registration(story.filer, id=row.id, version=row.version, changes={"post": "技术负责人"})
    ).value
    with pytest.raises(Refused) as refused:
        await resubmit_registration(
            story.filer, id=row.id, version=row.version, digest=await preview_digest(row)
        )
    assert [error.message for error in refused.value.errors] == ["还没有补正：印章不清楚"]
    assert await ReviewRemark.filter(registration_id=row.id, answered=True).count() == 1


async def test_a_stage_does_only_what_its_route_says(sqlite: str) -> None:
    story = await case()
    officer = story.desk.officers[PRE]
    on = await claimed(story, officer)
    for step in (decline_registration, refuse_registration):
        with pytest.raises(Refused) as refused:
            await step(officer, on=on, rules=["FIRE-WHO"], opinion="不符")
        assert isinstance(refused.value.errors[0], WrongState)


async def test_not_accepted_and_refused_name_their_rules_and_change_nothing_else(sqlite: str) -> None:
    acceptance, examination = await case(stage=ACC), await case(stage=EXA)
    acceptor = acceptance.desk.officers[ACC]
    on = await claimed(acceptance, acceptor)
    with pytest.raises(Refused) as refused:
        await decline_registration(acceptor, on=on, rules=["NO-SUCH"], opinion="不符")
    assert isinstance(refused.value.errors[0], InvalidField)
    await decline_registration(acceptor, on=on, rules=["FIRE-WHO"], opinion="聘用单位不符合规定")
    assert (await acceptance.fresh()).state is RegistrationState.NOT_ACCEPTED
    examiner = examination.desk.officers[EXA]
    await refuse_registration(
        examiner, on=await claimed(examination, examiner), rules=["FIRE-AGE"], opinion="年龄不符"
    )
    row = await examination.fresh()
    assert row.state is RegistrationState.REFUSED
    assert (await names(examination))[-1] == "REGISTRATION_REFUSED"
    left = await RegistrationStage.filter(registration_id=row.id).exclude(
        state__in=(StageState.PASSED, StageState.STOPPED)
    )
    assert left == []
    letter = await letter_paper(row)
    assert letter is not None and [one.rule for one in letter.reasons] == ["FIRE-AGE"]


async def test_only_a_decider_passes_over_an_unmet_rule_and_only_with_a_reason(sqlite: str) -> None:
    story = await case(stage=EXA)
    await _record_employer(SYSTEM_VIEWER, story=story, fire_agency=False)
    examiner, decider = story.desk.officers[EXA], story.desk.officers[DEC]
    on = await claimed(story, examiner)
    with pytest.raises(Refused) as refused:
        await pass_registration(examiner, on=on, override="单位正在补办")
    assert {e.finding.rule for e in refused.value.errors if isinstance(e, UnmetRequirement)} == {"FIRE-WHO"}
    await _record_employer(SYSTEM_VIEWER, story=story, fire_agency=True)
    await pass_registration(examiner, on=on)
    await _record_employer(SYSTEM_VIEWER, story=story, fire_agency=False)
    on = await claimed(story, decider)
    with pytest.raises(Refused):
        await pass_registration(decider, on=on)
    await pass_registration(decider, on=on, override="单位已办理在册登记，材料齐全")
    assert (await story.fresh()).state is RegistrationState.GRANTED


async def test_the_head_extends_once_and_decision_keeps_the_extended_clock(sqlite: str) -> None:
    with freeze(MONDAY):
        story = await case(stage=EXA)
        row, before = story.case, await stage_of(story, EXA)
        assert before.due_at == datetime(2026, 3, 30, 15, 59, 59, tzinfo=UTC)
        with pytest.raises(Forbidden):
            await extend_deadline(story.desk.officers[EXA], id=row.id, version=row.version, reason="核实")
        await extend_deadline(story.desk.head, id=row.id, version=row.version, reason="需要实地核实")
        row = await story.fresh()
        with pytest.raises(Refused):
            await extend_deadline(story.desk.head, id=row.id, version=row.version, reason="再延")
        examiner = story.desk.officers[EXA]
        await pass_registration(examiner, on=await claimed(story, examiner))
    decision = await stage_of(story, DEC)
    assert (decision.due_at, decision.extended) == (datetime(2026, 4, 13, 15, 59, 59, tzinfo=UTC), True)


@unit_of_work
async def _record_employer(unit: Unit, *, story: Story, fire_agency: bool) -> None:
    story.employer.fire_agency = fire_agency
    await story.employer.store("fire_agency")
