"""Batches live: the desk sees every step and the progress, applicants their own case, everybody an announcement."""

import pytest

from models.kernel.viewer import PUBLIC_VIEWER, SYSTEM_VIEWER
from models.registration.steps.batch_clock import carry_batch
from tests.batch_story import ANNOUNCING, FINAL, FIRST, batch_desk, case_at, go_by_batches, run, set_going
from tests.factories import passes
from tests.schema.live.subscribing import Box, scene

BATCHES = (
    """subscription { batchChanged { kind cursor event { name } batch { id number state progress } } }"""
)
ANNOUNCED = """subscription { announcementPublished { kind cursor event { name summary } batch { number state
    announced(first: 9) { totalCount } } } }"""
CASES = """subscription { registrationChanged { kind cursor event { name summary } registration { stage { kind } } } }"""


@pytest.fixture(autouse=True)
def _batches(monkeypatch: pytest.MonkeyPatch) -> None:
    go_by_batches(monkeypatch)


@pytest.mark.requirement("S4-63")
async def test_each_hears_what_concerns_them(database: str) -> None:
    at = await batch_desk()
    stories = [await case_at(FIRST, at) for _ in range(3)]
    await run(at, FIRST)
    for story in stories:
        await passes(story, FINAL)
    async with scene() as on:
        desk = await on.subscriber(at.officers[ANNOUNCING], BATCHES, Box())
        public = await on.subscriber(PUBLIC_VIEWER, ANNOUNCED, Box())
        nosy = await on.subscriber(PUBLIC_VIEWER, BATCHES, Box())
        applicants = [await on.subscriber(story.filer, CASES, Box()) for story in stories]
        await on.quiet()
        batch = await set_going(at, ANNOUNCING)
        for _ in range(2):
            await carry_batch(SYSTEM_VIEWER, id=batch.id, most=2)
        await on.quiet()
        told = [
            (frame["event"]["name"], frame["batch"]["progress"]) for frame in desk.frames if frame["event"]
        ]
        assert [name for name, _ in told] == [
            "BATCH_LOCKED", "BATCH_ANNOUNCED", "BATCH_CARRIED", "BATCH_FINISHED", "ANNOUNCEMENT_COMPLETED",
        ]  # fmt: skip
        assert told[-1][1] == 1.0
        heard = [frame for frame in public.frames if frame["event"]]
        assert [frame["event"]["name"] for frame in heard] == ["BATCH_ANNOUNCED", "ANNOUNCEMENT_COMPLETED"]
        assert heard[-1]["batch"] == {"number": batch.number, "state": "DONE", "announced": {"totalCount": 3}}
        names = [frame["event"]["name"] for frame in nosy.frames if frame["event"]]
        assert set(names) <= {"BATCH_ANNOUNCED", "ANNOUNCEMENT_COMPLETED"}, "only what is public"
        for applicant in applicants:
            (frame,) = [frame for frame in applicant.frames if frame["event"]]
            assert frame["event"]["name"] == "STAGE_PASSED"
            assert batch.number in frame["event"]["summary"]
            assert frame["registration"]["stage"]["kind"] == "CERTIFICATE_MAKING"
