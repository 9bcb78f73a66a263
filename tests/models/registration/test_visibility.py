"""Who sees which rows: the same answer from every door."""

from typing import Any

from models.agencies.reads import employments_visible_to
from models.agencies.tables import Employment
from models.authorities.kinds import ReviewerRole
from models.files.reads import visible_to as files_visible_to
from models.files.tables import StoredFile
from models.kernel.audience import told
from models.kernel.viewer import PUBLIC_VIEWER, Viewer, ViewerKind
from models.registration import reads
from models.registration.actions import case_options
from models.registration.credentials import Certificate
from models.registration.kinds import StageKind
from models.registration.tables import Attachment, Registration, RegistrationStage, WorkItem
from models.registration.workflow import REGISTRATION
from tests.factories import case, desk, employer_account, engineer, reviewer
from tests.registration_story import claimed, issue, recorded

ADMINISTRATOR = Viewer(ViewerKind.ADMINISTRATOR, account_id=1)
PRE = StageKind.PRE_EXAMINATION


async def seen(viewer: Viewer) -> dict[str, int]:
    doors: list[tuple[Any, Any]] = [
        (Registration, reads.visible_to),
        (RegistrationStage, reads.parts_visible_to),
        (Attachment, reads.parts_visible_to),
        (WorkItem, reads.work_visible_to),
        (Certificate, reads.certificates_visible_to),
    ]
    return {model.__name__: await model.filter(door(viewer)).count() for model, door in doors}


async def test_a_draft_is_seen_by_its_filer_alone(sqlite: str) -> None:
    story = await case(stage=None)
    assert (await seen(story.filer))["Registration"] == 1
    assert (await seen(story.filer))["Attachment"] == 3
    others = [
        PUBLIC_VIEWER,
        ADMINISTRATOR,
        await employer_account(story.employer),
        *story.desk.officers.values(),
    ]
    for other in others:
        assert set((await seen(other)).values()) == {0}


async def test_a_submitted_case_is_seen_by_its_parties_and_its_authority(sqlite: str) -> None:
    story = await case()
    assert await seen(story.filer) == await seen(story.desk.officers[StageKind.DECISION])
    employer = await seen(await employer_account(story.employer))
    assert (employer["Registration"], employer["WorkItem"]) == (1, 0)
    strangers = [
        PUBLIC_VIEWER,
        ADMINISTRATOR,
        await engineer(),
        *(await desk(short_name="川", region_code="510000")).officers.values(),
        await reviewer(ReviewerRole.HEAD, at=story.authority, regions=("3205",)),
        await reviewer(at=story.authority),
    ]
    for stranger in strangers:
        assert set((await seen(stranger)).values()) == {0}
    city = await reviewer(ReviewerRole.ACCEPTOR, at=story.authority, regions=("3201",))
    assert (await seen(city))["Registration"] == 1


async def test_a_certificate_is_seen_by_holder_employer_and_authority(sqlite: str) -> None:
    story = await case(stage=StageKind.CERTIFICATE_MAKING)
    await issue(story)
    for one in (story.filer, await employer_account(story.employer), story.desk.head):
        found = await seen(one)
        assert found["Certificate"] == 1


async def test_the_queue_is_of_the_roles_one_has(sqlite: str) -> None:
    story = await case()
    for stage, officer in story.desk.officers.items():
        assert await WorkItem.filter(reads.queue_of(officer)).count() == (stage is PRE)
    assert await WorkItem.filter(reads.queue_of(story.filer)).count() == 0


async def test_whoever_is_told_may_read_the_object(sqlite: str) -> None:
    story = await case(stage=StageKind.CERTIFICATE_MAKING)
    await issue(story)
    doors: dict[str, tuple[Any, Any]] = {
        "reg": (Registration, reads.visible_to),
        "wrk": (WorkItem, reads.work_visible_to),
        "cer": (Certificate, reads.certificates_visible_to),
        "ept": (Employment, employments_visible_to),
    }
    parties = [story.filer, await employer_account(story.employer), story.desk.officers[PRE]]
    for entry in await recorded():
        model, door = doors[entry.subject]
        for viewer in parties:
            if told(entry, viewer) and not entry.public:
                assert await model.filter(door(viewer), id=entry.subject_id).exists(), entry.name


async def test_buttons_say_why_they_cannot_be_pressed(sqlite: str) -> None:
    story = await case()
    officer = story.desk.officers[PRE]
    options = {one.available.action: one.available for one in await case_options(story.case, officer)}
    assert set(options) == {"pass_registration", "return_registration"}
    assert options["pass_registration"].reason == "领取后才能办理"
    await claimed(story, officer)
    options = {one.available.action: one.available for one in await case_options(story.case, officer)}
    assert all(one.ready for one in options.values())
    mine = {one.available.action: one.available for one in await case_options(story.case, story.filer)}
    assert (mine["withdraw_registration"].ready, mine["withdraw_registration"].reason) == (
        False,
        "审核人员已领取，不能直接撤回；可以申请撤回，由审核人员答复",
    )
    assert await case_options(story.case, await engineer()) == []


async def test_what_a_draft_lacks_stands_on_its_submit_button(sqlite: str) -> None:
    story = await case(stage=None)
    submit = {one.available.action: one for one in await case_options(story.case, story.filer)}
    assert submit["submit_registration"].available.ready
    assert {move.action for move in REGISTRATION.moves} >= set(submit)
    assert "withdraw_registration" not in submit


async def test_files_of_a_case_are_seen_by_whoever_sees_the_case(sqlite: str) -> None:
    story = await case(stage=None)
    officer, elsewhere = story.desk.officers[PRE], await desk(short_name="浙", region_code="330000")
    files = StoredFile.filter(subject=Registration.prefix, subject_id=story.case.id)
    assert await files.filter(files_visible_to(story.filer)).count() == 4
    assert await files.filter(files_visible_to(officer)).count() == 0
    story = await case(at=story.desk)
    files = StoredFile.filter(subject=Registration.prefix, subject_id=story.case.id)
    assert await files.filter(files_visible_to(officer)).count() == 4
    for stranger in (PUBLIC_VIEWER, ADMINISTRATOR, await engineer(), elsewhere.officers[PRE]):
        assert await files.filter(files_visible_to(stranger)).count() == 0
