"""Hints by the state of one's registrations: what waits comes first, and goes when it is done (S2-18)."""

from datetime import timedelta

import pytest

from models.kernel.clock import freeze
from models.kernel.viewer import PUBLIC_VIEWER, Viewer
from models.notices.hints import hints
from models.people.corrections.steps import Wanted, request_identity_correction
from models.registration.kinds import RegistrationKind, StageKind
from tests.factories import case, draft, employer_account, passes, person, picture
from tests.kind_story import ISSUED_AT, VALID_UNTIL, filled_in, handed_in, morning, registered
from tests.models.people.stories import enter, member
from tests.registration_story import corrected, finish, returned

FIRST = StageKind.PRE_EXAMINATION


async def codes(viewer: Viewer) -> list[str]:
    return [hint.code for hint in await hints(viewer)]


async def test_nobody_employers_and_newcomers_have_none(sqlite: str) -> None:
    story = await case(stage=FIRST)
    for viewer in (PUBLIC_VIEWER, await employer_account(story.employer), await person()):
        assert await hints(viewer) == []


@pytest.mark.requirement("S2-18")
async def test_the_hint_follows_the_case_from_draft_to_certificate(sqlite: str) -> None:
    story = await case(stage=None)
    assert await codes(story.filer) == ["DRAFT"]
    story = await case(stage=FIRST)
    assert await codes(story.filer) == ["IN_REVIEW"]
    await returned(story, FIRST)
    (hint,) = await hints(story.filer)
    assert (hint.code, hint.urgent, hint.link) == ("RETURNED", True, f"/registrations/{story.case.global_id}")
    assert str((await story.fresh()).number) in hint.text
    await corrected(story)
    assert await codes(story.filer) == ["IN_REVIEW"]
    for stage in (FIRST, StageKind.ACCEPTANCE, StageKind.EXAMINATION, StageKind.DECISION):
        await passes(story, stage)
    assert await codes(story.filer) == ["GRANTED"]
    await finish(story)
    assert await codes(story.filer) == []


@pytest.mark.requirement("S2-18")
async def test_a_certificate_that_ends_asks_for_what_follows_until_that_is_begun(sqlite: str) -> None:
    with freeze(ISSUED_AT):
        story, certificate = await registered()
    with freeze(morning(VALID_UNTIL - timedelta(days=60))):
        (hint,) = await hints(story.filer)
        assert (hint.code, hint.urgent) == ("EXPIRING", True)
        assert certificate.number in hint.text and "延续注册" in hint.text
        story = await filled_in(story, RegistrationKind.RENEWAL)
        assert await codes(story.filer) == ["DRAFT"]
        await handed_in(story)
        assert await codes(story.filer) == ["IN_REVIEW"]


async def test_an_expired_one_names_the_other_kind(sqlite: str) -> None:
    with freeze(ISSUED_AT):
        story, _ = await registered()
    with freeze(morning(VALID_UNTIL + timedelta(days=5))):
        (hint,) = await hints(story.filer)
    assert hint.code == "EXPIRED" and "重新注册" in hint.text


async def test_what_waits_for_the_person_stands_first(sqlite: str) -> None:
    await member("13211111111", identity_number="211322640220001")
    _, viewer = await enter("13211111111")
    await draft(viewer)
    assert await codes(viewer) == ["OLD_NUMBER", "DRAFT"]


async def test_a_correction_under_way_is_named(sqlite: str) -> None:
    story, _ = await registered()
    proof = await picture(story.filer)
    wanted = Wanted(name="王海柠")
    await request_identity_correction(story.filer, wanted=wanted, proof_ids=[proof.id])
    assert [hint.text for hint in await hints(story.filer)] == ["您的证件信息更正申请：待确认"]
