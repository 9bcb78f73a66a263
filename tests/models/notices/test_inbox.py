"""The inbox: what the journal told a person, newest first, until it is read."""

import pytest

from models.kernel.errors import Forbidden
from models.kernel.tables import JournalRow
from models.kernel.viewer import PUBLIC_VIEWER
from models.notices.reads import are_read, unread_count, visible_to
from models.notices.steps import read_notifications
from models.registration.kinds import StageKind
from tests.factories import case, employer_account, engineer
from tests.registration_story import issue, recorded


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
