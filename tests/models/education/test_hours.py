"""Class hours: entered, joined, judged; by whom, and when they may no longer be touched."""

from datetime import timedelta

import pytest

from models.education.checks import Study
from models.education.kinds import HoursState
from models.education.reads import visible_to
from models.education.steps import (
    add_hours_record,
    confirm_hours_record,
    import_hours_record,
    join_hours_record,
    reject_hours_record,
    remove_hours_record,
    update_hours_record,
)
from models.education.tables import HoursRecord
from models.kernel.clock import today
from models.kernel.errors import Duplicate, Forbidden, InvalidField, NotFound, Refused
from models.kernel.viewer import PUBLIC_VIEWER, SYSTEM_VIEWER, Viewer
from models.registration.digest import preview_digest
from models.registration.kinds import StageKind
from models.registration.steps.filing import submit_registration
from tests.factories import person
from tests.registration_story import told_to
from tests.routes import SAFETY, filled_in, scene, submitted

PRE = StageKind.PRE_EXAMINATION


def study(hours: float = 24, days_ago: int = 30, **values: object) -> Study:
    day = today() - timedelta(days=days_ago)
    known = {
        "profession": SAFETY, "specialty": "CHEMICAL", "provider_name": "省安科院", "course_name": "化工安全",
        "hours": hours, "since": day, "until": day,
    }  # fmt: skip
    return Study(**(known | values))  # type: ignore[arg-type]


async def declared(viewer: Viewer, hours: float = 24) -> HoursRecord:
    return (await add_hours_record(viewer, study=study(hours))).value


async def imported(viewer: Viewer) -> HoursRecord:
    assert viewer.person_id is not None
    return (await import_hours_record(SYSTEM_VIEWER, person_id=viewer.person_id, study=study())).value


@pytest.mark.requirement("S4-20")
async def test_only_the_program_imports_and_what_it_imports_counts(sqlite: str) -> None:
    filer = await person()
    with pytest.raises(Forbidden):
        await import_hours_record(filer, person_id=filer.person_id or 0, study=study())
    row = await imported(filer)
    assert row.state is HoursState.CONFIRMED
    assert [one.name for one in await told_to(filer, row)] == ["HOURS_CONFIRMED"]


@pytest.mark.parametrize(
    ("wrong", "field"),
    [
        ({"hours": 0}, "hours"), ({"hours": 0.3}, "hours"), ({"hours": 1000}, "hours"),
        ({"since": today() + timedelta(days=1), "until": today() + timedelta(days=1)}, "from"),
        ({"until": today() - timedelta(days=31)}, "until"), ({"specialty": "FIRE"}, "specialtyId"),
        ({"provider_name": " "}, "providerName"), ({"course_name": "长" * 121}, "courseName"),
    ],
)  # fmt: skip
async def test_what_cannot_be_is_refused_and_said(sqlite: str, wrong: dict[str, object], field: str) -> None:
    filer = await person()
    with pytest.raises(Refused) as refused:
        await add_hours_record(filer, study=study(**wrong))  # type: ignore[arg-type]
    (error, *_) = refused.value.errors
    assert isinstance(error, InvalidField)
    assert error.path == ("input", field)
    assert error.wanted
    assert await HoursRecord.all().count() == 0


@pytest.mark.requirement("S4-24", "S4-25")
async def test_added_corrected_joined_and_removed_by_their_owner_alone(database: str) -> None:
    filer, stranger = await person(), await person()
    row = await declared(filer)
    with pytest.raises(Refused) as twice:
        await declared(filer)
    assert isinstance(twice.value.errors[0], Duplicate)
    for viewer, refused in ((PUBLIC_VIEWER, NotFound), (stranger, NotFound)):
        with pytest.raises(refused):
            await remove_hours_record(viewer, id=row.id, version=row.version)
    row = (await update_hours_record(filer, id=row.id, version=row.version, study=study(20))).value
    assert row.hours == 20
    other = await imported(filer)
    with pytest.raises(NotFound):
        await join_hours_record(filer, id=row.id, version=row.version, with_id=(await imported(stranger)).id)
    joined = (await join_hours_record(filer, id=row.id, version=row.version, with_id=other.id)).value
    assert (joined.state, joined.joined_to_id) == (HoursState.JOINED, other.id)
    with pytest.raises(Refused):
        await remove_hours_record(filer, id=joined.id, version=joined.version)


@pytest.mark.requirement("S4-24")
async def test_a_reviewer_judges_while_holding_an_application_of_the_person(database: str) -> None:
    story = await scene(SAFETY)
    good, bad = await declared(story.filer, 24), await declared(story.filer, 12)
    await filled_in(story)

    case = await story.case()
    await submit_registration(
        story.filer, id=case.id, version=case.version, digest=await preview_digest(case)
    )
    officer = story.officers[PRE]
    assert await HoursRecord.filter(visible_to(officer)).count() == 2
    assert await HoursRecord.filter(visible_to(story.officers[StageKind.FINAL_EXAMINATION])).count() == 0
    with pytest.raises(Forbidden):
        await confirm_hours_record(officer, id=good.id, version=good.version)
    await story.claimed(PRE)
    assert (
        await confirm_hours_record(officer, id=good.id, version=good.version)
    ).value.state is HoursState.CONFIRMED
    with pytest.raises(Refused):
        await reject_hours_record(officer, id=bad.id, version=bad.version, reason=" ")
    rejected = (await reject_hours_record(officer, id=bad.id, version=bad.version, reason="证书不清")).value
    assert (rejected.state, rejected.reason) == (HoursState.REJECTED, "证书不清")
    with pytest.raises(Forbidden):
        await confirm_hours_record(story.filer, id=bad.id, version=rejected.version)


async def test_what_reviewers_look_at_is_not_changed(sqlite: str) -> None:
    story = await scene(SAFETY)
    row = await declared(story.filer)
    await filled_in(story)

    case = await story.case()
    digest = await preview_digest(case)
    await update_hours_record(story.filer, id=row.id, version=row.version, study=study(30))
    assert await preview_digest(case) != digest, "what is confirmed includes the hours"
    await submit_registration(
        story.filer, id=case.id, version=case.version, digest=await preview_digest(case)
    )
    row = await HoursRecord.get(id=row.id)
    with pytest.raises(Refused) as refused:
        await remove_hours_record(story.filer, id=row.id, version=row.version)
    assert "审核" in refused.value.errors[0].message


async def test_the_public_and_strangers_see_no_hours(sqlite: str) -> None:
    story = await submitted(SAFETY)
    await imported(story.filer)
    for viewer in (PUBLIC_VIEWER, await person(), story.clerk):
        assert not await HoursRecord.filter(visible_to(viewer)).exists()
    assert await HoursRecord.filter(visible_to(story.filer)).exists()
