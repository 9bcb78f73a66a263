"""Reminders before a certificate ends: on which days, once each, and quiet when that is wanted."""

from datetime import date, timedelta

import pytest

from models.kernel.clock import freeze
from models.people.steps.reminders import change_reminders
from models.registration.credentials import Certificate
from models.registration.kinds import RegistrationKind
from models.registration.sweeps import expire_certificates, remind_holders
from models.registration.validity import reminder_due
from tests.factories import Story
from tests.kind_story import ISSUED_AT, VALID_UNTIL, filled_in, granted, handed_in, morning, registered
from tests.registration_story import told_to


async def swept(day: date) -> object:
    with freeze(morning(day)):
        await expire_certificates()
        return await remind_holders()


async def told(story: Story, certificate: Certificate) -> list[str]:
    return [
        entry.summary
        for entry in await told_to(story.filer, certificate)
        if entry.name == "CERTIFICATE_REMINDER"
    ]


@pytest.mark.parametrize(
    ("left", "due"), [(91, None), (90, 90), (61, 90), (60, 60), (30, 30), (0, 30), (-1, None)]
)
def test_which_reminder_it_is_time_for(left: int, due: int | None) -> None:
    assert reminder_due(left) == due


async def test_each_reminder_is_told_once_on_its_day(database: str) -> None:
    with freeze(ISSUED_AT):
        story, certificate = await registered()
    counts = [await swept(VALID_UNTIL - timedelta(days=left)) for left in (91, 90, 89, 60, 30, 29, 0, -1)]
    assert counts == [0, 1, 0, 1, 1, 0, 0, 0]
    assert [words.split("还有")[1][:2] for words in await told(story, certificate)] == ["90", "60", "30"]


async def test_whoever_wants_quiet_hears_of_the_state_only(sqlite: str) -> None:
    with freeze(ISSUED_AT):
        story, certificate = await registered()
        await change_reminders(story.filer, wanted=False)
    await swept(VALID_UNTIL - timedelta(days=60))
    assert await told(story, certificate) == []
    names = [entry.name for entry in await told_to(story.filer, certificate)]
    assert names[-1] == "CERTIFICATE_EXPIRING"
    await change_reminders(story.filer, wanted=True)
    await swept(VALID_UNTIL - timedelta(days=30))
    assert len(await told(story, certificate)) == 1


async def test_a_renewed_certificate_is_no_more_reminded_of(sqlite: str) -> None:
    with freeze(ISSUED_AT):
        story, old = await registered()
    with freeze(morning(VALID_UNTIL - timedelta(days=45))):
        await granted(await handed_in(await filled_in(story, RegistrationKind.RENEWAL)))
    assert await swept(VALID_UNTIL - timedelta(days=30)) == 0
    assert await told(story, old) == []
