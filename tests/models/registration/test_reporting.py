"""The employer's turn: nobody else's, with the pledge, with a reason, and back until the first claim."""

import pytest

from models.kernel.errors import Forbidden, InvalidField, NotFound, Refused, WrongState
from models.kernel.viewer import PUBLIC_VIEWER, Viewer
from models.registration.actions import case_options
from models.registration.kinds import RegistrationState, StageKind, StageState
from models.registration.steps.claiming import claim_work
from models.registration.steps.deciding import return_registration
from models.registration.steps.drafting import save_registration
from models.registration.steps.remarks import Remark
from models.registration.steps.reporting import (
    decline_report_up,
    report_up_registration,
    take_back_report_up,
)
from models.registration.steps.withdrawing import withdraw_registration
from models.registration.tables import RegistrationStage, WorkItem
from tests.factories import agency, employer_account
from tests.registration_story import told_to
from tests.routes import SAFETY, SUPERVISION, Scene, submitted


async def stages(story: Scene) -> dict[StageKind, StageState]:
    rows = await RegistrationStage.filter(registration_id=story.case_key).order_by("place")
    return {row.kind: row.state for row in rows}


async def report_up(story: Scene, viewer: Viewer | None = None, edition: str = "2026-1") -> None:
    case = await story.case()
    await report_up_registration(
        viewer or story.clerk, id=case.id, version=case.version, pledge_edition=edition
    )


@pytest.mark.requirement("S3-21", "S3-23", "D-16")
async def test_only_the_employer_of_the_case_reports_up_and_only_with_the_pledge(database: str) -> None:
    story = await submitted(SUPERVISION)
    for viewer, refused in (
        (PUBLIC_VIEWER, NotFound), (await employer_account(await agency()), NotFound), (story.filer, Forbidden),
        (story.officers[StageKind.ACCEPTANCE], Forbidden),
    ):  # fmt: skip
        with pytest.raises(refused):
            await report_up(story, viewer)
    with pytest.raises(Refused) as wrong:
        await report_up(story, edition="1999-1")
    assert isinstance(wrong.value.errors[0], InvalidField)
    assert (await stages(story))[StageKind.EMPLOYER] is StageState.OPEN
    assert await WorkItem.all().count() == 0, "no reviewer has work yet"
    await report_up(story)
    assert (await stages(story))[StageKind.ACCEPTANCE] is StageState.OPEN
    told = [one.name for one in await told_to(story.officers[StageKind.ACCEPTANCE], await story.case())]
    assert told == ["REGISTRATION_REPORTED_UP"]


@pytest.mark.requirement("S3-24", "S3-44", "D-16")
async def test_not_passed_is_a_return_with_a_reason(sqlite: str) -> None:
    story = await submitted(SUPERVISION)
    case = await story.case()
    for reason in ("", "  ", "长" * 501):
        with pytest.raises(Refused):
            await decline_report_up(story.clerk, id=case.id, version=case.version, reason=reason)
    await decline_report_up(story.clerk, id=case.id, version=case.version, reason="岗位不符")
    stage = await RegistrationStage.get(registration_id=case.id, kind=StageKind.EMPLOYER)
    assert ((await story.case()).state, stage.state, stage.opinion) == (
        RegistrationState.RETURNED, StageState.PAUSED, "岗位不符",
    )  # fmt: skip
    assert "REPORT_UP_DECLINED" in [one.name for one in await told_to(story.filer, case)]
    with pytest.raises(Refused):
        await report_up(story)


@pytest.mark.requirement("S3-25", "D-14")
async def test_a_report_up_is_taken_back_until_somebody_claims_it(database: str) -> None:
    story = await submitted(SUPERVISION)
    case = await story.case()
    with pytest.raises(Refused) as early:
        await take_back_report_up(story.clerk, id=case.id, version=case.version)
    assert isinstance(early.value.errors[0], WrongState)
    await report_up(story)
    case = await story.case()
    await take_back_report_up(story.clerk, id=case.id, version=case.version)
    found = await stages(story)
    assert (found[StageKind.EMPLOYER], found[StageKind.ACCEPTANCE]) == (StageState.OPEN, StageState.WAITING)
    assert not await WorkItem.exclude(state="DONE").exists()
    await report_up(story)
    item = await WorkItem.exclude(state="DONE").get()
    await claim_work(story.officers[StageKind.ACCEPTANCE], id=item.id)
    case = await story.case()
    with pytest.raises(Refused):
        await take_back_report_up(story.clerk, id=case.id, version=case.version)
    offered = {one.available.action: one.available.ready for one in await case_options(case, story.clerk)}
    assert offered == {"take_back_report_up": False}


@pytest.mark.requirement("D-14")
async def test_the_applicant_withdraws_while_the_employer_has_it(sqlite: str) -> None:
    story = await submitted(SUPERVISION)
    case = await story.case()
    await withdraw_registration(story.filer, id=case.id, version=case.version)
    assert (await story.case()).state is RegistrationState.WITHDRAWN
    with pytest.raises(Refused):
        await report_up(story)


async def test_an_employer_has_nothing_to_press_where_the_route_has_no_turn_of_its_own(sqlite: str) -> None:
    story = await submitted(SAFETY)
    assert await case_options(await story.case(), story.clerk) == []


async def test_another_employer_cannot_slip_under_a_report_up(database: str) -> None:
    story = await submitted(SUPERVISION)
    await report_up(story)
    here = await story.claimed(StageKind.ACCEPTANCE)
    await return_registration(
        story.officers[StageKind.ACCEPTANCE],
        on=here,
        remarks=[Remark(text="岗位不符", path=("employment", "post"))],
    )
    case, other = await story.case(), await agency(name="别家")
    with pytest.raises(Refused, match="不能更换聘用单位") as refused:
        await save_registration(
            story.filer, id=case.id, version=case.version, changes={"employer_id": other.id}
        )
    assert isinstance(refused.value.errors[0], InvalidField)
    await save_registration(story.filer, id=case.id, version=case.version, changes={"post": "总监"})
    assert ((await story.case()).employer_id, (await story.case()).post) == (story.employer.id, "总监")
