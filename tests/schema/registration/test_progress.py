"""What an applicant sees of the application after signing in: where it stands, and how it came there."""

from itertools import pairwise
from typing import Any

import pytest

from models.kernel.viewer import Viewer
from models.registration.kinds import StageKind
from tests.factories import ROUTE, case, engineer, passes
from tests.registration_story import corrected, issue, returned
from tests.schema.registration.asking import ask

MINE = "{ registrations(first: 5) { nodes { state status stage { kind } deadline { workdaysLeft } } } }"
MESSAGES = "{ viewer { unreadCount } notifications(first: 20) { nodes { text state link } totalCount } }"


async def mine(filer: Viewer) -> tuple[Any, ...]:
    (row,) = (await ask(filer, MINE))["registrations"]["nodes"]
    return row["state"], row["status"], row["stage"] and row["stage"]["kind"]


@pytest.mark.requirement("S0-23")
async def test_the_present_state_is_shown_at_every_point(database: str) -> None:
    story = await case(stage=None)
    assert await mine(story.filer) == ("DRAFT", "草稿", None)
    story = await case(at=story.desk)
    assert await mine(story.filer) == ("IN_REVIEW", "审核中", "PRE_EXAMINATION")
    await returned(story, StageKind.PRE_EXAMINATION)
    assert await mine(story.filer) == ("RETURNED", "待补正", "PRE_EXAMINATION")
    await corrected(story)
    for stage, following in pairwise(ROUTE[:4]):
        await passes(story, stage)
        assert await mine(story.filer) == ("IN_REVIEW", "审核中", following)
    await passes(story, StageKind.DECISION)
    assert await mine(story.filer) == ("GRANTED", "准予注册", "CERTIFICATE_MAKING")
    await issue(story)
    assert await mine(story.filer) == ("COMPLETED", "审核完成", None)
    assert (await ask(await engineer(), MINE))["registrations"]["nodes"] == []


@pytest.mark.requirement("S0-45")
async def test_the_messages_tell_the_whole_progress_newest_first(database: str) -> None:
    story = await case()
    await returned(story, StageKind.PRE_EXAMINATION)
    await corrected(story)
    for stage in ROUTE[:4]:
        await passes(story, stage)
    certificate = await issue(story)
    number = story.case.number
    told = await ask(story.filer, MESSAGES)
    texts = [one["text"] for one in told["notifications"]["nodes"]]
    assert told["viewer"]["unreadCount"] == told["notifications"]["totalCount"] == len(texts)
    for text, words in zip(
        reversed(texts),
        (
            f"初始注册申请已提交，受理回执号{number}", "退回", "补正", "预审已通过", "受理已通过", "审核已通过",
            f"申请{number}准予注册", certificate.number,
        ),
        strict=True,
    ):  # fmt: skip
        assert words in text
    assert (await ask(await engineer(), MESSAGES))["notifications"]["totalCount"] == 0
