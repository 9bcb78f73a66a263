"""What the clock does, once, at the right second."""

from datetime import UTC, date, datetime, timedelta

from models.kernel.clock import end_of_china_day, freeze
from models.registration.credentials import Certificate, Seal
from models.registration.kinds import CredentialState, RegistrationState, StageKind, StageState
from models.registration.steps.drafting import save_registration
from models.registration.sweeps import (
    expire_certificates,
    expire_claims,
    lapse_drafts,
    pass_deadlines,
)
from models.registration.tables import RegistrationStage
from tests.factories import case, draft, engineer
from tests.registration_story import issue, recorded, returned

MONDAY = datetime(2026, 3, 2, 2, 0, tzinfo=UTC)
SECOND = timedelta(seconds=1)


async def test_acceptance_not_answered_in_five_working_days_counts_as_accepted(database: str) -> None:
    with freeze(MONDAY):
        story = await case(stage=StageKind.ACCEPTANCE)
    stage = await RegistrationStage.get(registration_id=story.case.id, kind=StageKind.ACCEPTANCE)
    assert stage.due_at == end_of_china_day(date(2026, 3, 9))
    with freeze(stage.due_at):
        assert await pass_deadlines() == 0
    with freeze(stage.due_at + SECOND):
        assert await pass_deadlines() == 1
        assert await pass_deadlines() == 0
    item = await story.item()
    assert (item.stage_kind, (await story.fresh()).state) == (
        StageKind.EXAMINATION,
        RegistrationState.IN_REVIEW,
    )
    event = (await recorded(story.case))[-1]
    assert (event.name, event.actor_kind) == ("STAGE_PASSED", "SYSTEM")
    assert event.summary == "受理已通过（逾期未告知，视为通过），进入审核"


async def test_another_stage_too_late_is_told_once(sqlite: str) -> None:
    with freeze(MONDAY):
        story = await case()
    with freeze(MONDAY + timedelta(days=10)):
        assert await pass_deadlines() == 1
        assert await pass_deadlines() == 0
    assert [one.name for one in await recorded(story.case)][-1] == "DEADLINE_PASSED"
    assert (await story.item()).stage_kind is StageKind.PRE_EXAMINATION


async def test_drafts_lapse_after_a_year_without_a_change(sqlite: str) -> None:
    with freeze(MONDAY):
        filer = await engineer()
        row = await draft(filer)
    with freeze(MONDAY + timedelta(days=300)):
        await save_registration(filer, id=row.id, version=1, changes={"post": "甲"})
    with freeze(MONDAY + timedelta(days=600)):
        assert await lapse_drafts() == 0
    with freeze(MONDAY + timedelta(days=666)):
        assert await lapse_drafts() == 1
        assert await lapse_drafts() == 0
    await row.refresh_from_db()
    assert (row.state, row.name) == (RegistrationState.LAPSED, None)


async def test_a_returned_case_lapses_when_it_is_not_corrected_in_thirty_working_days(sqlite: str) -> None:
    with freeze(MONDAY):
        story = await case()
        await returned(story, StageKind.PRE_EXAMINATION)
    with freeze(end_of_china_day(date(2026, 4, 13))):
        assert await lapse_drafts() == 0
    with freeze(end_of_china_day(date(2026, 4, 13)) + SECOND):
        assert await lapse_drafts() == 1
    assert (await story.fresh()).state is RegistrationState.LAPSED
    assert not await RegistrationStage.filter(registration_id=story.case.id).exclude(state=StageState.STOPPED)


async def test_certificates_enter_the_window_and_expire_on_the_day(database: str) -> None:
    with freeze(MONDAY):
        certificate = await issue(await case(stage=StageKind.CERTIFICATE_MAKING))
        assert (certificate.valid_from, certificate.valid_until) == (date(2026, 3, 2), date(2029, 3, 1))
    for day, changed, state in (
        (date(2028, 11, 30), 0, CredentialState.VALID),
        (date(2028, 12, 1), 1, CredentialState.EXPIRING),
        (date(2029, 3, 1), 0, CredentialState.EXPIRING),
        (date(2029, 3, 2), 1, CredentialState.EXPIRED),
        (date(2029, 3, 3), 0, CredentialState.EXPIRED),
    ):
        with freeze(end_of_china_day(day)):
            assert await expire_certificates() == changed, day
        assert (await Certificate.get(id=certificate.id)).state is state
        assert (await Seal.get(certificate_id=certificate.id)).state is state
    assert [one.name for one in await recorded(certificate)] == [
        "CERTIFICATE_ISSUED",
        "CERTIFICATE_EXPIRING",
        "CERTIFICATE_EXPIRED",
    ]


async def test_sweeping_an_empty_service_does_nothing(sqlite: str) -> None:
    assert [
        await sweep() for sweep in (expire_claims, pass_deadlines, lapse_drafts, expire_certificates)
    ] == [0, 0, 0, 0]
