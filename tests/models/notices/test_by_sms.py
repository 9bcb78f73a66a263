"""News by SMS: what the table names, to who wants it, once for each entry, whatever dies in between."""

import asyncio
from datetime import timedelta

import pytest

from models.kernel.clock import freeze, now
from models.kernel.errors import ErrorCode, Refused, Unauthenticated
from models.kernel.events import EVENTS
from models.kernel.journal import START, read_after
from models.kernel.readers import advance, place_of
from models.kernel.viewer import PUBLIC_VIEWER, SYSTEM_VIEWER
from models.notices.by_sms import KIND_OF, TABLE
from models.notices.writer import READER, WORTH_TELLING, write_messages, write_waiting
from models.people.kinds import MessageKind
from models.people.steps.reminders import change_messages
from models.people.tables import OutgoingMessage, Person
from models.registration.kinds import StageKind
from models.registration.sweeps import expire_certificates, remind_holders
from tests.factories import Story, case
from tests.kind_story import ISSUED_AT, VALID_UNTIL, morning, registered
from tests.models.people.stories import newcomer
from tests.old_holders import give_mobile, old_holder
from tests.registration_story import returned

FIRST = StageKind.PRE_EXAMINATION


async def a_return() -> Story:
    story = await case(stage=FIRST)
    await returned(story, FIRST)
    return story


async def mobile_of(story: Story) -> str:
    return (await Person.get(id=story.filer.person_id)).mobile or ""


async def texts(target: str) -> list[str]:
    return [one.text for one in await OutgoingMessage.filter(target=target).order_by("id")]


def test_every_kind_has_events_that_are_told_to_the_applicant() -> None:
    assert set(TABLE) == set(MessageKind)
    assert all(EVENTS[name].notifies for name in KIND_OF)


async def with_mobile(story: Story) -> Story:
    """Their account has the mobile of their record, as everybody's who opened one."""
    await give_mobile(SYSTEM_VIEWER, person_id=story.filer.person_id or 0)
    return story


@pytest.mark.requirement("S2-18")
async def test_a_return_comes_by_sms_with_where_to_look_and_without_names(database: str) -> None:
    story = await with_mobile(await a_return())
    assert await write_waiting() == 1
    (text,) = await texts(await mobile_of(story))
    assert "退回补正" in text and "详情请登录 http://localhost:8000 查看" in text
    person = await Person.get(id=story.filer.person_id)
    assert person.name not in text and (person.identity_number or "-") not in text
    assert await write_waiting() == 0


async def test_who_has_no_account_is_told_at_the_number_on_record(sqlite: str) -> None:
    with freeze(ISSUED_AT):
        holder = await old_holder()
        await write_waiting()
    with freeze(morning(VALID_UNTIL - timedelta(days=60))):
        await remind_holders()
        assert await write_waiting() == 1
    found = await texts(holder.person.mobile or "")
    assert "还有60天" in found[-1].replace(" ", "")


@pytest.mark.requirement("S2-18")
async def test_whoever_wants_quiet_of_a_kind_has_it_and_the_others_still(sqlite: str) -> None:
    with freeze(ISSUED_AT):
        story, _ = await registered()
        await with_mobile(story)
        await change_messages(story.filer, kind=MessageKind.EXPIRING, wanted=False)
        await write_waiting()
    number = await mobile_of(story)
    before = await texts(number)
    assert any("已制发" in text for text in before)
    with freeze(morning(VALID_UNTIL - timedelta(days=60))):
        await expire_certificates()
        await remind_holders()
        assert await write_waiting() == 0
        await change_messages(story.filer, kind=MessageKind.EXPIRING, wanted=True)
    with freeze(morning(VALID_UNTIL - timedelta(days=30))):
        await remind_holders()
        assert await write_waiting() == 1
    assert len(await texts(number)) == len(before) + 1


async def test_old_news_goes_to_the_inbox_only(sqlite: str) -> None:
    story = await with_mobile(await a_return())
    with freeze(now() + WORTH_TELLING + timedelta(minutes=1)):
        assert await write_waiting() == 0
    assert await texts(await mobile_of(story)) == []


async def test_two_processes_that_read_the_same_write_once(database: str) -> None:
    story = await with_mobile(await a_return())
    await advance(SYSTEM_VIEWER, name=READER, to=(await read_after(START, 1))[0].position)
    entries = await read_after(await place_of(READER), 200)
    done = await asyncio.gather(
        *(write_messages(SYSTEM_VIEWER, entries=entries) for _ in range(2)), return_exceptions=True
    )
    assert sorted(one.value for one in done if not isinstance(one, BaseException)) in ([0, 1], [1])
    assert len(await texts(await mobile_of(story))) == 1


async def test_what_was_cut_short_is_written_the_next_time(sqlite: str) -> None:
    story = await with_mobile(await a_return())
    place = await place_of(READER)
    assert await OutgoingMessage.filter(entry_id__isnull=False).count() == 0
    assert await place_of(READER) == place == START
    assert await write_waiting() == 1
    assert len(await texts(await mobile_of(story))) == 1


async def test_the_setting_is_the_owners_and_needs_a_password(sqlite: str) -> None:
    with pytest.raises(Unauthenticated):
        await change_messages(PUBLIC_VIEWER, kind=MessageKind.EXPIRING, wanted=False)
    _, viewer = await newcomer("13211111111")
    with pytest.raises(Refused) as refused:
        await change_messages(viewer, kind=MessageKind.EXPIRING, wanted=False)
    assert refused.value.errors[0].code is ErrorCode.WRONG_STATE
