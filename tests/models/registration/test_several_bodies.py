"""Routes through several bodies: who handles a stage, who sees the case when, who is told."""

import pytest

from models.authorities.kinds import Profession
from models.kernel.errors import Forbidden, NotFound, Refused
from models.kernel.viewer import PUBLIC_VIEWER, Grant, Viewer
from models.registration.bodies import bodies_of
from models.registration.gather import book_of
from models.registration.kinds import StageKind
from models.registration.reads import visible_to, work_visible_to
from models.registration.steps.claiming import claim_work
from models.registration.steps.deciding import extend_deadline, pass_registration
from models.registration.tables import Registration, RegistrationStage, WorkItem
from tests.batch_story import run
from tests.factories import Desk, corps, reviewer
from tests.registration_story import told_to
from tests.routes import SAFETY, SUPERVISION, Scene, officer, submitted

PRE, FIRST, FINAL = StageKind.PRE_EXAMINATION, StageKind.FIRST_EXAMINATION, StageKind.FINAL_EXAMINATION


async def sees(viewer: Viewer) -> bool:
    return await Registration.filter(visible_to(viewer)).exists()


async def test_each_stage_has_the_body_of_its_kind(database: str) -> None:
    story = await submitted(SAFETY)
    names = {body.id: name for name, body in story.bodies.items()}
    stages = await RegistrationStage.filter(registration_id=story.case_key).order_by("place")
    assert [names[stage.authority_id or 0] for stage in stages] == [
        "考试中心", "应急厅", "中心", "中心", "中心", "中心",
    ]  # fmt: skip


async def test_where_there_is_no_test_centre_the_first_body_examines_itself(sqlite: str) -> None:
    story = await submitted(SAFETY)
    case, elsewhere = await story.case(), story.bodies["外省应急厅"]
    found = await bodies_of(book_of(case).form(case.kind), SAFETY, elsewhere)
    assert found[PRE] == found[FIRST] == elsewhere.id
    assert found[FINAL] == story.bodies["中心"].id


async def test_a_body_sees_the_case_from_its_turn_on_and_keeps_seeing_it(database: str) -> None:
    story = await submitted(SAFETY)
    foreign = await officer(story.bodies["外省应急厅"], FIRST, SAFETY)
    fire = await reviewer(at=await corps())
    assert not await sees(PUBLIC_VIEWER)
    assert not await sees(foreign)
    assert not await sees(fire)
    assert await sees(story.officers[PRE])
    assert await sees(story.officers[FIRST]), "the chosen body"
    assert not await sees(story.officers[FINAL]), "its turn has not come"
    await pass_registration(story.officers[PRE], on=await story.claimed(PRE))
    await run(Desk(story.bodies["应急厅"], story.officers), FIRST)
    assert await sees(story.officers[FINAL])
    assert await sees(story.officers[PRE]), "what it handled it may still read"


async def test_work_is_only_claimed_at_the_body_whose_turn_it_is(sqlite: str) -> None:
    story = await submitted(SAFETY)
    item = await WorkItem.get(registration_id=story.case_key)
    same_role = await officer(story.bodies["应急厅"], PRE, SAFETY)
    assert not await WorkItem.filter(work_visible_to(same_role)).exists()
    with pytest.raises(NotFound):
        await claim_work(same_role, id=item.id)
    assert (await claim_work(story.officers[PRE], id=item.id)).value.held_by_id == story.officers[
        PRE
    ].reviewer_id


async def test_events_are_told_to_the_body_whose_turn_it_is(sqlite: str) -> None:
    story = await submitted(SAFETY)
    case = await story.case()
    assert "REGISTRATION_SUBMITTED" in [one.name for one in await told_to(story.officers[PRE], case)]
    assert await told_to(story.officers[FIRST], case) == []
    item = await WorkItem.get(registration_id=story.case_key)
    await pass_registration(story.officers[PRE], on=await story.claimed(PRE))
    case = await story.case()
    assert [one.name for one in await told_to(story.officers[FIRST], case)] == ["STAGE_PASSED"]
    assert "WORK_PASSED_ON" in [one.name for one in await told_to(story.officers[PRE], item)]


@pytest.mark.parametrize("profession", [SAFETY, SUPERVISION])
async def test_a_foreign_head_does_not_extend_and_a_decision_needs_the_claim(
    sqlite: str, profession: Profession
) -> None:
    story = await submitted(profession)
    case = await story.case()
    with pytest.raises((Forbidden, Refused, NotFound)):
        await extend_deadline(await _head(story), id=case.id, version=case.version, reason="核实")
    assert (await story.case()).version == case.version


async def _head(story: Scene) -> Viewer:

    at = next(iter(story.bodies.values()))
    head = await officer(at, StageKind.DECISION, story.profession)
    return Viewer(
        head.kind, head.account_id, reviewer_id=head.reviewer_id, authority_id=at.id,
        grants=(Grant("HEAD", story.profession.value),),
    )  # fmt: skip
