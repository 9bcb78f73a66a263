"""All registrations of a person, of every kind and profession, in order of registration time (S2-16, S2-17)."""

from datetime import datetime, timedelta

import pytest

from models.kernel.clock import freeze
from models.kernel.viewer import Viewer
from models.registration.kinds import RegistrationKind, RegistrationState
from models.registration.tables import Registration
from tests.factories import draft, made, person
from tests.kind_story import ISSUED_AT, VALID_UNTIL, filled_in, granted, handed_in, morning, registered
from tests.schema.registration.asking import ask

HISTORY = """query ($first: Int!, $after: String) {
    registrations(first: $first, after: $after, orderBy: FILED, filter: { submitted: true }) {
        nodes { kind profession state filedAt decidedAt certificate { number } }
        pageInfo { hasNextPage endCursor } } }"""


async def kinds(viewer: Viewer, first: int = 50, after: str | None = None) -> list[str]:
    page = (await ask(viewer, HISTORY, first=first, after=after))["registrations"]
    found = [node["kind"] for node in page["nodes"]]
    if not page["pageInfo"]["hasNextPage"]:
        return found
    return found + await kinds(viewer, first, page["pageInfo"]["endCursor"])


async def older(viewer: Viewer, profession: str, at: datetime) -> None:
    """Taken over from an old register: it has a time of its own, and no stages."""
    await made(
        Registration, profession=profession, kind=RegistrationKind.INITIAL, state=RegistrationState.COMPLETED,
        edition="2021", applicant_id=viewer.person_id, submitted_at=at, filed_at=at, number="旧0001",
    )  # fmt: skip


@pytest.mark.requirement("S2-16", "S2-17")
async def test_history_is_of_every_kind_and_profession_in_order_of_registration(database: str) -> None:
    with freeze(ISSUED_AT):
        story, _ = await registered()
    with freeze(morning(VALID_UNTIL - timedelta(days=45))):
        await granted(await handed_in(await filled_in(story, RegistrationKind.RENEWAL)))
        await filled_in(story, RegistrationKind.CHANGE)
        await older(story.filer, "SAFETY_ENGINEER", ISSUED_AT - timedelta(days=2000))
    page = (await ask(story.filer, HISTORY, first=50, after=None))["registrations"]["nodes"]
    assert [(one["profession"], one["kind"]) for one in page] == [
        ("SAFETY_ENGINEER", "INITIAL"),
        ("FIRE_ENGINEER", "INITIAL"),
        ("FIRE_ENGINEER", "RENEWAL"),
    ]
    times = [one["filedAt"] for one in page]
    assert times == sorted(times)
    assert [bool(one["certificate"]) for one in page] == [False, True, True]
    assert await kinds(story.filer, first=1) == ["INITIAL", "INITIAL", "RENEWAL"]


async def test_others_and_drafts_are_no_part_of_it(sqlite: str) -> None:
    story, _ = await registered()
    stranger = await person()
    assert await kinds(stranger) == []
    await draft(stranger)
    assert await kinds(stranger) == []
    assert await kinds(story.filer) == ["INITIAL"]
