"""What a body reads of a case that other bodies handled before and after it: the certificate, and all of its steps."""

from models.kernel.audience import entries_visible_to, histories_visible_to
from models.kernel.tables import JournalRow
from models.kernel.viewer import PUBLIC_VIEWER, Viewer
from models.registration.credentials import Certificate
from models.registration.kinds import StageKind
from models.registration.reads import certificates_visible_to
from models.registration.steps.deciding import pass_registration
from models.registration.steps.issuing import issue_certificate
from models.registration.tables import Registration
from tests.batch_story import run
from tests.factories import Desk, corps, reviewer
from tests.registration_story import SIGNER
from tests.routes import SAFETY, Scene, officer, submitted

PRE, FIRST, FINAL = StageKind.PRE_EXAMINATION, StageKind.FIRST_EXAMINATION, StageKind.FINAL_EXAMINATION


async def names(viewer: Viewer, story: Scene) -> list[str]:
    entries = JournalRow.filter(
        histories_visible_to(viewer), subject=Registration.prefix, subject_id=story.case_key
    )
    return [one.name for one in await entries.order_by("tx", "id")]


async def told(viewer: Viewer, story: Scene) -> list[str]:
    entries = JournalRow.filter(
        entries_visible_to(viewer), subject=Registration.prefix, subject_id=story.case_key
    )
    return [one.name for one in await entries.order_by("tx", "id")]


async def test_whoever_has_the_case_before_them_reads_all_of_its_steps(database: str) -> None:
    story = await submitted(SAFETY)
    drafted = {"REGISTRATION_STARTED", "REGISTRATION_SAVED", "PLEDGE_ACCEPTED"}
    assert await names(story.officers[PRE], story) == ["REGISTRATION_SUBMITTED"]
    assert await names(story.officers[FINAL], story) == [], "its turn has not come"
    await pass_registration(story.officers[PRE], on=await story.claimed(PRE))
    await run(Desk(story.bodies["应急厅"], story.officers), FIRST)
    whole = ["REGISTRATION_SUBMITTED", "STAGE_PASSED", "STAGE_PASSED"]
    for stage in (PRE, FIRST, FINAL):
        assert await names(story.officers[stage], story) == whole
        assert len(await told(story.officers[stage], story)) < len(whole), "live it hears its own turn alone"
    assert drafted <= set(await names(story.filer, story))
    foreign = await officer(story.bodies["外省应急厅"], FIRST, SAFETY)
    for viewer in (PUBLIC_VIEWER, foreign, await reviewer(at=await corps())):
        assert await names(viewer, story) == []


async def test_every_body_that_handled_it_sees_the_certificate(database: str) -> None:
    story = await certified()
    foreign = await officer(story.bodies["外省应急厅"], FIRST, SAFETY)
    for stage in (PRE, FIRST, FINAL):
        viewer = story.officers[stage]
        assert await Certificate.filter(certificates_visible_to(viewer)).count() == 1, stage
    for viewer in (PUBLIC_VIEWER, foreign, await reviewer(at=await corps())):
        assert not await Certificate.filter(certificates_visible_to(viewer)).exists()


async def certified() -> Scene:
    """The whole way, by everybody's real steps."""
    story = await submitted(SAFETY)
    await pass_registration(story.officers[PRE], on=await story.claimed(PRE))
    await run(Desk(story.bodies["应急厅"], story.officers), FIRST)
    await pass_registration(story.officers[FINAL], on=await story.claimed(FINAL))
    await run(Desk(story.bodies["中心"], story.officers), StageKind.ANNOUNCEMENT)
    maker = story.officers[StageKind.CERTIFICATE_MAKING]
    await issue_certificate(maker, on=await story.claimed(StageKind.CERTIFICATE_MAKING), signer=SIGNER)
    return story
