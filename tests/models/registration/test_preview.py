"""What if: in the order anonymous, outsider, another employer; then what is answered, and that nothing is written."""

from datetime import date, timedelta
from typing import Any

import pytest

from models.agencies.tables import EmployerNature
from models.authorities.kinds import Profession
from models.kernel.clock import freeze, today
from models.kernel.errors import Forbidden, NotFound, Refused, Unauthenticated, UnmetRequirement
from models.kernel.rules import blocking
from models.kernel.tables import JournalRow
from models.kernel.viewer import PUBLIC_VIEWER, Viewer, ViewerKind
from models.people.tables import Account
from models.professions.shelf import SHELF
from models.registration.digest import preview_digest
from models.registration.gather import assess
from models.registration.kinds import ChangeItem, RegistrationKind, StageKind
from models.registration.preview import Preview, Supposed, preview
from models.registration.steps.filing import submit_registration
from models.registration.tables import Registration
from tests.factories import FIRE, agency, case, desk, draft, employer_account, engineer, person
from tests.kind_story import ISSUED_AT, VALID_UNTIL, WINDOW_OPENS, filled_in, handed_in, morning, registered

K = RegistrationKind


async def ask(viewer: Viewer, kind: RegistrationKind, **given: Any) -> Preview:
    return await preview(viewer, Supposed(profession=FIRE, kind=kind, **given))


def unmet(found: Preview) -> set[str]:
    return {finding.rule for finding in blocking(found.findings)}


async def test_only_for_oneself_ones_people_and_the_cases_one_handles(database: str) -> None:
    with freeze(ISSUED_AT):
        story, row = await registered()
        stranger, other = await person("钱程"), await employer_account(await agency())
        with pytest.raises(Unauthenticated):
            await ask(PUBLIC_VIEWER, K.CHANGE, case_id=story.case.id)
        for viewer in (stranger, other):
            with pytest.raises(NotFound):
                await ask(viewer, K.CHANGE, case_id=story.case.id)
        with pytest.raises(NotFound):
            await ask(other, K.RENEWAL, person_id=story.filer.person_id)
        with pytest.raises(Forbidden):
            await ask(stranger, K.RENEWAL, person_id=story.filer.person_id)
        with pytest.raises(NotFound):
            await preview(
                story.filer,
                Supposed(profession=Profession.SAFETY_ENGINEER, kind=K.INITIAL, case_id=story.case.id),
            )
        with pytest.raises(NotFound):
            await ask(story.filer, K.CHANGE, employer_id=0)
        clerk = await employer_account(story.employer)
        assert "REG-KIND" in unmet(await ask(clerk, K.RENEWAL, person_id=story.filer.person_id))
        decider = story.desk.officers[StageKind.DECISION]
        assert (await ask(decider, K.INITIAL, case_id=story.case.id)).on == today()
    assert row.valid_until == VALID_UNTIL


async def test_the_answer_is_that_of_the_submission(database: str) -> None:
    """One evaluation: what the draft's own checklist and the refused submission say, the preview says."""
    row = await draft()
    filer = await _filer(row)
    found = await ask(filer, K.INITIAL, case_id=row.id)
    assert list(found.findings) == (await assess(row)).findings
    with pytest.raises(Refused) as refused:
        await submit_registration(filer, id=row.id, version=row.version, digest=await preview_digest(row))
    said = [one.finding for one in refused.value.errors if isinstance(one, UnmetRequirement)]
    assert said == blocking(found.findings)


async def test_nothing_is_written(database: str) -> None:
    story = await case(stage=None)
    entries, version = await JournalRow.all().count(), story.case.version
    other = await agency(name="苏州新安机械有限公司", fire_agency=False)
    found = await ask(story.filer, K.INITIAL, case_id=story.case.id, employer_id=other.id)
    assert "FIRE-WHO" in unmet(found)
    assert "FIRE-WHO" not in unmet(await ask(story.filer, K.INITIAL, case_id=story.case.id))
    row = await story.fresh()
    assert (row.version, row.employer_id) == (version, story.employer.id)
    assert await JournalRow.all().count() == entries
    assert await Registration.all().count() == 1


async def test_without_a_draft_the_persons_own_record_is_judged(database: str) -> None:
    at = await desk()
    filer, employer = await engineer(), await agency()
    found = await ask(filer, K.INITIAL, employer_id=employer.id)
    assert found.advice is not None
    assert found.advice.advised_id == at.authority.id
    assert {"REG-DOCS", "REG-FORM", "REG-PLEDGE"} <= unmet(found)
    assert [demand.met for demand in found.demands if demand.required] == [False] * len(
        [demand for demand in found.demands if demand.required]
    )
    assert await Registration.all().count() == 0


async def test_another_day_has_its_own_window_and_kind(database: str) -> None:
    with freeze(ISSUED_AT):
        story, _ = await registered()
        early = await ask(story.filer, K.RENEWAL)
        assert (early.window_opens_on, early.window_closes_on) == (WINDOW_OPENS, VALID_UNTIL)
        assert "REG-KIND" in unmet(early)
        for day, legal in (
            (WINDOW_OPENS - timedelta(days=1), False),
            (WINDOW_OPENS, True),
            (VALID_UNTIL, True),
            (VALID_UNTIL + timedelta(days=1), False),
        ):
            assert ("REG-KIND" not in unmet(await ask(story.filer, K.RENEWAL, on=day))) is legal, day
        after = await ask(story.filer, K.RE_REGISTRATION, on=VALID_UNTIL + timedelta(days=1))
        assert (after.window_opens_on, after.window_closes_on) == (VALID_UNTIL + timedelta(days=1), None)
        assert "REG-KIND" not in unmet(after)


async def test_an_initial_registration_is_late_on_a_later_day(database: str) -> None:
    qualified = date(2025, 12, 1)
    with freeze(morning(date(2026, 6, 1))):
        filer = await engineer(qualified_on=qualified)
        now = await ask(filer, K.INITIAL)
        assert (now.kind, now.window_closes_on) == (K.INITIAL, date(2026, 12, 1))
        later = await ask(filer, K.INITIAL, on=date(2026, 12, 2))
    assert (later.kind, later.window_opens_on) == (K.LATE_INITIAL, date(2026, 12, 2))
    assert {demand.kind for demand in later.demands} > {demand.kind for demand in now.demands}


async def test_a_change_of_employer_is_tried_before_it_is_started(database: str) -> None:
    with freeze(ISSUED_AT):
        story, _ = await registered()
        other = await agency(name="苏州安元消防技术有限公司")
        plain = await ask(story.filer, K.CHANGE, employer_id=other.id)
        ticked = await ask(story.filer, K.CHANGE, employer_id=other.id, changes=[ChangeItem.EMPLOYER])
    assert "REG-CHANGE" in unmet(plain)
    assert "REG-CHANGE" not in unmet(ticked)
    assert len(ticked.demands) > len(plain.demands)


async def test_the_stages_are_dated_by_working_days(database: str) -> None:
    at = await desk()
    monday = date(2026, 6, 1)
    with freeze(morning(monday)):
        filer, employer = await engineer(), await agency()
        found = await ask(filer, K.INITIAL, employer_id=employer.id)
    assert at.authority.id
    by_stage = {one.stage: one.due_on for one in found.route}
    assert by_stage[StageKind.PRE_EXAMINATION] == found.due_on == date(2026, 6, 4)
    assert by_stage[StageKind.ACCEPTANCE] == date(2026, 6, 11)
    assert by_stage[StageKind.EXAMINATION] == by_stage[StageKind.DECISION] == date(2026, 7, 9)
    assert found.expected_decision_on == date(2026, 7, 9)
    assert found.next_batch_on is None


@pytest.mark.parametrize("profession", list(SHELF))
@pytest.mark.parametrize("kind", list(RegistrationKind))
async def test_every_kind_of_every_profession_is_answered(
    sqlite: str, profession: Profession, kind: RegistrationKind
) -> None:
    filer, employer = await engineer(), await agency(nature=EmployerNature.ENTERPRISE)
    found = await preview(filer, Supposed(profession=profession, kind=kind, employer_id=employer.id))
    assert blocking(found.findings)


async def test_an_employer_is_not_told_of_cases_at_others(database: str) -> None:
    with freeze(ISSUED_AT):
        story, _ = await registered()
        moving = {"changes": [ChangeItem.EMPLOYER], "employer_id": (await agency()).id}
        await handed_in(await filled_in(story, K.CHANGE, moving))
        clerk = await employer_account(story.employer)
        assert "REG-ONE" in unmet(await ask(story.filer, K.CHANGE))
        assert "REG-ONE" not in unmet(await ask(clerk, K.CHANGE, person_id=story.filer.person_id))


async def _filer(row: Registration) -> Viewer:
    account = await Account.get(person_id=row.applicant_id)
    return Viewer(ViewerKind.PERSON, account.id, person_id=row.applicant_id)
