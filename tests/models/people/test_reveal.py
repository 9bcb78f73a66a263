"""Showing a masked value: to whom, recorded each time, and bounded for each viewer and hour."""

from datetime import timedelta

import pytest

from models.authorities.kinds import ReviewerRole
from models.kernel.clock import freeze, now
from models.kernel.errors import Forbidden, InvalidField, LimitReached, NotFound, Refused, Unauthenticated
from models.kernel.tables import JournalRow
from models.kernel.viewer import PUBLIC_VIEWER, Viewer, ViewerKind
from models.people.kinds import AccountKind, AccountState
from models.people.steps.reveal import Path, reveal
from models.people.tables import Account, Person
from models.people.throttle import BOUNDS, Act
from models.registration.kinds import StageKind
from tests.factories import Story, agency, case, employer_account, made, person, reviewer

NUMBER: Path = ("identityNumber",)


async def of_applicant() -> tuple[Story, Viewer, Person]:
    """A case under review with its first reviewer and its applicant."""
    story = await case()
    return story, story.desk.officers[StageKind.PRE_EXAMINATION], await Person.get(id=story.filer.person_id)


async def test_who_reviews_the_case_reads_it_for_a_minute_and_that_is_recorded(database: str) -> None:
    _, officer, applicant = await of_applicant()
    shown = (await reveal(officer, applicant.global_id, NUMBER, "k")).value
    assert shown.value == applicant.identity_number
    assert timedelta(0) < shown.hide_at - now() <= timedelta(minutes=1)
    entry = await JournalRow.get(name="SENSITIVE_REVEALED")
    assert (entry.actor_id, entry.subject_id) == (officer.account_id, applicant.id)
    assert entry.facts == {"field": "identityNumber", "label": "证件号码"}


async def test_others_get_nothing(sqlite: str) -> None:
    story, officer, applicant = await of_applicant()
    stranger = await person()
    elsewhere = await reviewer(ReviewerRole.PRE_EXAMINER, at=story.authority, regions=("44",))
    employer = await employer_account(await agency())
    for viewer in (stranger, elsewhere, employer):
        with pytest.raises(NotFound):
            await reveal(viewer, applicant.global_id, NUMBER, "k")
    with pytest.raises(Unauthenticated):
        await reveal(PUBLIC_VIEWER, applicant.global_id, NUMBER, "k")
    for subject in ("per_999999", "nonsense", "acc_1"):
        with pytest.raises(NotFound):
            await reveal(officer, subject, NUMBER, "k")
    assert await JournalRow.filter(name="SENSITIVE_REVEALED").count() == 0


async def test_a_wrong_or_empty_field_is_named(sqlite: str) -> None:
    _, officer, applicant = await of_applicant()
    for path in (("password",), ("email",)):
        with pytest.raises(Refused) as refused:
            await reveal(officer, applicant.global_id, path, "k")
        assert isinstance(refused.value.errors[0], InvalidField)


async def test_an_administrator_is_shown_nothing(sqlite: str) -> None:
    _, _, applicant = await of_applicant()
    administrator = await _administrator()
    with pytest.raises(Forbidden):
        await reveal(administrator, applicant.global_id, NUMBER, "k")


async def test_so_many_in_an_hour_and_no_more_but_only_for_that_viewer(sqlite: str) -> None:
    story, officer, applicant = await of_applicant()
    bound = BOUNDS[Act.REVEAL]
    assert bound.window == timedelta(hours=1)
    for turn in range(bound.limit):
        await reveal(officer, applicant.global_id, NUMBER, f"k{turn}")
    with pytest.raises(Refused) as refused:
        await reveal(officer, applicant.global_id, NUMBER, "one more")
    (error,) = refused.value.errors
    assert isinstance(error, LimitReached)
    assert error.limit == bound.limit and error.retry_at is not None and "敏感信息" in error.message
    assert await JournalRow.filter(name="SENSITIVE_REVEALED").count() == bound.limit
    await reveal(officer, applicant.global_id, NUMBER, "k0")  # an answer given again counts no second time
    await reveal(story.desk.head, applicant.global_id, NUMBER, "another viewer")
    with freeze(error.retry_at):
        await reveal(officer, applicant.global_id, NUMBER, "next hour")


async def _administrator() -> Viewer:
    account = await made(Account, kind=AccountKind.ADMINISTRATOR, state=AccountState.ACTIVE)
    return Viewer(ViewerKind.ADMINISTRATOR, account.id)
