"""The inbox: what the journal told a person, newest first, until it is read."""

from datetime import UTC, datetime, timedelta

import pytest

from models.authorities.kinds import ReviewerRole
from models.kernel.clock import freeze
from models.kernel.errors import Forbidden
from models.kernel.tables import JournalRow
from models.kernel.viewer import PUBLIC_VIEWER
from models.notices.links import link_to
from models.notices.reads import are_read, unread_count, visible_to
from models.notices.steps import read_notifications
from models.registration.kinds import StageKind
from models.registration.sweeps import pass_deadlines
from tests.factories import case, corps, employer_account, engineer, reviewer
from tests.registration_story import issue, recorded

MONDAY = datetime(2026, 3, 2, 2, 0, tzinfo=UTC)


@pytest.mark.requirement("S0-45")
async def test_the_progress_of_a_registration_is_in_the_inbox(database: str) -> None:
    story = await case(stage=StageKind.ACCEPTANCE)
    inbox = await JournalRow.filter(visible_to(story.filer)).order_by("-tx", "-id")
    assert [entry.name for entry in inbox] == ["STAGE_PASSED", "REGISTRATION_SUBMITTED"]
    assert await unread_count(story.filer) == 2
    assert await unread_count(await employer_account(story.employer)) == 2
    for other in (PUBLIC_VIEWER, await engineer(), story.desk.head):
        assert await unread_count(other) == 0


async def test_reading_some_and_reading_all_up_to_a_cursor(database: str) -> None:
    story = await case(stage=StageKind.CERTIFICATE_MAKING)
    await issue(story)
    inbox = await JournalRow.filter(visible_to(story.filer)).order_by("tx", "id")
    first, third = inbox[0], inbox[2]
    assert (await read_notifications(story.filer, ids=[first.id])).value == 1
    again = await read_notifications(story.filer, ids=[first.id])
    assert (again.value, again.cursor) == (0, None)
    up_to = next(one.position for one in await recorded() if one.position.id == third.id)
    assert (await read_notifications(story.filer, up_to=up_to)).value == 2
    assert (await are_read(story.filer, inbox))[:4] == [True, True, True, False]
    assert await unread_count(story.filer) == len(inbox) - 3
    assert (await read_notifications(story.filer)).value == len(inbox) - 3
    assert await unread_count(story.filer) == 0


async def test_nobody_reads_for_another(sqlite: str) -> None:
    story = await case()
    entry = await JournalRow.filter(visible_to(story.filer)).first()
    assert entry is not None
    assert (await read_notifications(await engineer(), ids=[entry.id])).value == 0
    assert await unread_count(story.filer) == 1
    with pytest.raises(Forbidden):
        await read_notifications(PUBLIC_VIEWER, ids=[entry.id])


async def test_what_is_overdue_comes_to_whoever_answers_for_it(database: str) -> None:
    with freeze(MONDAY):
        story = await case()
        at = story.authority
        elsewhere = await reviewer(ReviewerRole.HEAD, at=await corps("浙", "330000"))
        other_region = await reviewer(ReviewerRole.HEAD, at=at, regions=("3205",))
    with freeze(MONDAY + timedelta(days=10)):
        await pass_deadlines()
        (entry,) = await JournalRow.filter(visible_to(story.desk.head))
        assert entry.name == "DEADLINE_PASSED"
        for viewer in (story.filer, *story.desk.officers.values(), elsewhere, other_region):
            told = [one.name for one in await JournalRow.filter(visible_to(viewer))]
            decides = viewer == story.desk.officers[StageKind.DECISION]
            assert ("DEADLINE_PASSED" in told) is decides
        await read_notifications(story.desk.head, ids=[entry.id])
        assert await unread_count(story.desk.head) == 0
        assert await unread_count(story.desk.officers[StageKind.DECISION]) == 1
    assert link_to("reg", 7, story.desk.head) == "/cases/reg_7"
    assert link_to("reg", 7, story.filer) == "/registrations/reg_7"
    assert (link_to("wrk", 7, story.desk.head), link_to("wrk", 7, story.filer)) == ("/desk", "/home")
