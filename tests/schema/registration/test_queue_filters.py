"""What the queue's tabs ask for is picked by the service, over the whole queue."""

from datetime import timedelta

import pytest

from models.kernel.clock import freeze, now
from models.registration.kinds import StageKind
from tests.factories import case, desk
from tests.registration_story import corrected, returned
from tests.schema.registration.asking import ask, do

DOCUMENT = "query ($filter: WorkFilter) { workQueue(first: 9, filter: $filter) { totalCount nodes { id } } }"


@pytest.mark.parametrize("filter_", [{"resubmitted": True}, {"resubmitted": False}])
async def test_what_came_back_corrected_is_a_filter(sqlite: str, filter_: dict[str, bool]) -> None:
    at = await desk()
    fresh, again = await case(at=at), await case(at=at)
    await returned(again, StageKind.PRE_EXAMINATION)
    await corrected(again)
    officer = at.officers[StageKind.PRE_EXAMINATION]
    wanted = again if filter_["resubmitted"] else fresh
    found = (await ask(officer, DOCUMENT, filter={"states": ["FREE", "HELD"], **filter_}))["workQueue"]
    assert [one["id"] for one in found["nodes"]] == [(await wanted.item()).global_id]


async def test_due_today_holds_what_is_overdue_too_and_nothing_else(sqlite: str) -> None:
    story = await case()
    officer = story.desk.officers[StageKind.PRE_EXAMINATION]
    due = (await story.item()).due_at
    for moment, count in ((now(), 0), (due - timedelta(hours=1), 1), (due + timedelta(days=3), 1)):
        with freeze(moment):
            found = await ask(officer, DOCUMENT, filter={"states": ["FREE", "HELD"], "dueToday": True})
        assert found["workQueue"]["totalCount"] == count


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("王海", True),
        ("wanghai", True),
        ("Wang Haining", True),
        ("WHN", True),
        ("安澜", True),
        ("lisi", False),
    ],
)
async def test_the_queue_and_the_list_are_searched_by_name_pinyin_employer_and_number(
    database: str, text: str, found: bool
) -> None:
    story = await case()
    officer = story.desk.officers[StageKind.PRE_EXAMINATION]
    cases = (
        "query ($filter: RegistrationFilter) { registrations(first: 9, filter: $filter) { nodes { id } } }"
    )
    for sought, hit in ((text, found), (str(story.case.number), True)):
        queue = (await ask(officer, DOCUMENT, filter={"text": sought}))["workQueue"]
        assert queue["totalCount"] == hit
        listed = (await ask(officer, cases, filter={"text": sought}))["registrations"]["nodes"]
        assert len(listed) == hit
    claim = await do(officer, "claimNextWork", "workItem { id }", filter={"text": text}, idempotencyKey="n")
    assert (claim["workItem"] is not None) == found
