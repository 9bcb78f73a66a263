"""Batches: cases enter the one that is open, go on together, exactly once, whatever happens meanwhile."""

from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest

from models.authorities.tables import RoleGrant
from models.kernel.clock import today
from models.kernel.errors import Fault, Forbidden, NotFound, Refused
from models.kernel.unit import Unit, unit_of_work
from models.kernel.viewer import PUBLIC_VIEWER, SYSTEM_VIEWER, Grant
from models.professions.rulebook import STAGE_ROLES
from models.registration.actions import case_options
from models.registration.batches.kinds import BatchEntryState, BatchState
from models.registration.batches.reads import entries_visible_to, visible_to
from models.registration.batches.rehearsal import rehearse
from models.registration.batches.tables import Batch, BatchEntry
from models.registration.credentials import Certificate
from models.registration.kinds import ClaimState, RegistrationState, StageState
from models.registration.stages import current_stage
from models.registration.steps.batch_clock import carry_batch
from models.registration.steps.batching import (
    announce_batch,
    cancel_batch,
    defer_batch_entry,
    lock_batch,
    report_batch,
)
from models.registration.steps.deciding import pass_registration
from models.registration.tables import Registration, RegistrationStage, WorkItem
from tests.batch_story import (
    ANNOUNCING,
    FINAL,
    FIRST,
    MAKING,
    NOTICE,
    PRE,
    batch_desk,
    batch_of,
    case_at,
    entry_of,
    go_by_batches,
    locked,
    run,
    set_going,
)
from tests.factories import Story, engineer, made, passes, reviewer
from tests.registration_story import claimed, corrected, recorded, returned, told_to

STAMP: dict[str, Any] = {"stamp_number": "闽应急注字第1号", "stamped_on": today()}


@pytest.fixture(autouse=True)
def _batches(monkeypatch: pytest.MonkeyPatch) -> None:
    go_by_batches(monkeypatch)


async def at_stage(story: Story) -> RegistrationStage:
    found = await current_stage(await story.fresh())
    assert found is not None
    return found


@pytest.mark.requirement("S4-62")
async def test_a_case_that_passes_enters_the_open_batch_and_its_applicant_is_told_the_date(
    database: str,
) -> None:
    at = await batch_desk()
    one, other = await case_at(FIRST, at), await case_at(FIRST, at)
    batch = await batch_of(at, FIRST)
    assert await Batch.filter(state=BatchState.OPEN).count() == 1
    entries = await BatchEntry.filter(batch_id=batch.id).order_by("place")
    assert [(entry.registration_id, entry.place) for entry in entries] == [
        (one.case.id, 1),
        (other.case.id, 2),
    ]
    assert (await at_stage(one)).state is StageState.BATCHED
    told = (await told_to(one.filer, one.case))[-1]
    assert told.name == "STAGE_PASSED"
    day = batch.day
    assert f"列入批次{batch.number}，{day.year}年{day.month}月{day.day}日上报" in told.summary
    assert (await one.item()).due_at == batch.lock_at


async def test_the_queue_of_a_batch_passes_with_it_and_not_one_by_one(database: str) -> None:
    at = await batch_desk()
    story = await case_at(FIRST, at)
    officer = at.officers[FIRST]
    on = await claimed(story, officer)
    with pytest.raises(Refused, match="随批次办理"):
        await pass_registration(officer, on=on)
    offered = {one.available.action for one in await case_options(await story.fresh(), officer)}
    assert "pass_registration" not in offered
    assert {"return_registration", "refuse_registration"} <= offered


@pytest.mark.requirement("S4-62", "S4-63")
async def test_from_the_batch_to_the_certificate(database: str) -> None:
    at = await batch_desk()
    stories = [await case_at(FIRST, at) for _ in range(3)]
    batch = await run(at, FIRST)
    assert (batch.state, batch.total, batch.carried) == (BatchState.DONE, 3, 3)
    assert (batch.stamp_number, batch.stamped_on) == (STAMP["stamp_number"], STAMP["stamped_on"])
    for story in stories:
        assert (await at_stage(story)).kind is FINAL
        await passes(story, FINAL)
        assert (await story.fresh()).state is RegistrationState.GRANTED
        assert (await at_stage(story)).state is StageState.BATCHED
    announced = await run(at, ANNOUNCING)
    assert (announced.state, announced.notice) == (BatchState.DONE, NOTICE)
    for story in stories:
        stage = await at_stage(story)
        assert (stage.kind, stage.state) == (MAKING, StageState.OPEN)
        passed = await RegistrationStage.get(registration_id=story.case.id, kind=FIRST)
        assert (passed.state, passed.officer_id) == (StageState.PASSED, at.officers[FIRST].reviewer_id)
        names = [entry.name for entry in await told_to(story.filer, story.case)]
        assert names.count("STAGE_PASSED") == 3
        versions = [entry.subject_version for entry in await recorded(await story.fresh())]
        assert versions == list(range(1, story.case.version + 1)), "one event for every version"
    assert (
        await WorkItem.filter(stage_kind__in=[FIRST, ANNOUNCING]).exclude(state=ClaimState.DONE).count() == 0
    )
    assert await WorkItem.filter(stage_kind=MAKING, state=ClaimState.FREE).count() == 3
    assert await Certificate.all().count() == 0


async def test_a_batch_run_in_parts_or_twice_carries_every_entry_out_once(database: str) -> None:
    at = await batch_desk()
    stories = [await case_at(FIRST, at) for _ in range(5)]
    batch = await set_going(at, FIRST)
    states = []
    for _ in range(4):
        done = (await carry_batch(SYSTEM_VIEWER, id=batch.id, most=2)).value
        states.append((done.state, done.carried) if done else None)
    assert states == [(BatchState.RUNNING, 2), (BatchState.RUNNING, 4), (BatchState.DONE, 5), None]
    for story in stories:
        names = [entry.name for entry in await recorded(story.case)]
        assert names.count("STAGE_PASSED") == 2
        assert await WorkItem.filter(registration_id=story.case.id, state=ClaimState.FREE).count() == 1
    entries = await BatchEntry.filter(batch_id=batch.id)
    assert {entry.state for entry in entries} == {BatchEntryState.CARRIED_OUT}


async def test_a_part_that_fails_leaves_nothing_half_done(
    database: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As when the process is killed before the commit: the transaction is all there is."""
    at = await batch_desk()
    story = await case_at(FIRST, at)
    batch = await set_going(at, FIRST)
    before = len(await recorded())

    async def dies(*_: object) -> str:
        raise ConnectionError("killed")

    with monkeypatch.context() as patch, pytest.raises(ConnectionError):
        patch.setattr("models.registration.batches.carrying._said", dies)
        await carry_batch(SYSTEM_VIEWER, id=batch.id)
    assert (await entry_of(story)).state is BatchEntryState.WAITING
    assert (await at_stage(story)).kind is FIRST
    assert len(await recorded()) == before
    done = (await carry_batch(SYSTEM_VIEWER, id=batch.id)).value
    assert done is not None and done.state is BatchState.DONE
    assert (await at_stage(story)).kind is FINAL


async def test_what_is_returned_leaves_the_batch_and_comes_back_into_the_open_one(database: str) -> None:
    at = await batch_desk()
    story, stays = await case_at(FIRST, at), await case_at(FIRST, at)
    first = await locked(at, FIRST)
    await returned(story, FIRST)
    assert (await entry_of(story)).state is BatchEntryState.DROPPED
    await corrected(story)
    entry = await entry_of(story)
    assert entry.batch_id != first.id
    assert entry.state is BatchEntryState.WAITING
    assert (await at_stage(story)).state is StageState.BATCHED
    told = (await told_to(story.filer, story.case))[-1]
    assert (told.name, "列入批次" in told.summary) == ("REGISTRATION_RESUBMITTED", True)
    assert (await entry_of(stays)).batch_id == first.id


async def test_a_deferred_case_goes_with_the_next_batch_and_its_applicant_is_told(database: str) -> None:
    at = await batch_desk()
    story, stays = await case_at(FIRST, at), await case_at(FIRST, at)
    batch, officer = await locked(at, FIRST), at.officers[FIRST]
    entry = await entry_of(story)
    on = {"id": batch.id, "version": batch.version, "entry_id": entry.id}
    with pytest.raises(Refused, match="原因"):
        await defer_batch_entry(officer, **on, reason="  ")
    await defer_batch_entry(officer, **on, reason="等待原件")
    moved = await entry_of(story)
    assert (moved.batch_id != batch.id, moved.state) == (True, BatchEntryState.WAITING)
    assert await BatchEntry.filter(registration_id=story.case.id, state=BatchEntryState.WAITING).count() == 1
    following = await Batch.get(id=moved.batch_id)
    assert following.day > batch.day
    told = (await told_to(story.filer, story.case))[-1]
    assert told.name == "REGISTRATION_DEFERRED"
    assert following.number in told.summary
    fresh = await Batch.get(id=batch.id)
    with pytest.raises(NotFound):
        await defer_batch_entry(officer, id=fresh.id, version=fresh.version, entry_id=entry.id, reason="再次")
    await report_batch(officer, id=fresh.id, version=fresh.version, **STAMP)
    await carry_batch(SYSTEM_VIEWER, id=batch.id)
    assert (await Batch.get(id=batch.id)).carried == 1
    assert (await at_stage(story)).kind is FIRST
    assert (await at_stage(stays)).kind is FINAL


async def test_an_unmet_requirement_stops_the_whole_batch_and_names_the_case(database: str) -> None:
    at = await batch_desk()
    story, _ = await case_at(FIRST, at), await case_at(FIRST, at)
    batch, officer = await locked(at, FIRST), at.officers[FIRST]
    await _outgrow(story.case)
    before = len(await recorded())
    shown = await rehearse(batch, officer.reviewer_id)
    assert (shown.will_pass, shown.will_drop) == (1, 1)
    assert [(one.becomes, one.count) for one in shown.outcomes] == [("进入终审", 1)]
    assert [problem.entry_id for problem in shown.problems] == [(await entry_of(story)).id]
    assert len(await recorded()) == before, "a rehearsal changes nothing"
    with pytest.raises(Refused) as refused:
        await report_batch(officer, id=batch.id, version=batch.version, **STAMP)
    assert {error.code for error in refused.value.errors} == {"UNMET_REQUIREMENT"}
    assert str(story.case.number) in refused.value.errors[0].message
    assert (await Batch.get(id=batch.id)).state is BatchState.LOCKED


async def test_nobody_reports_a_batch_with_their_own_case_or_one_they_handled_before(database: str) -> None:
    at = await batch_desk()
    story = await case_at(FIRST, at)
    role = STAGE_ROLES[FIRST]
    kin = await reviewer(role, at=at.authority, name="本人", person_id=story.filer.person_id)
    colleague = await reviewer(role, at=at.authority, name="同单位", employer_id=story.employer.id)
    both = at.officers[PRE]
    await made(RoleGrant, reviewer_id=both.reviewer_id, role=role, profession="FIRE_ENGINEER", regions=[])
    both = replace(both, grants=(*both.grants, Grant(role.value, "FIRE_ENGINEER")))
    batch = await locked(at, FIRST)
    for officer in (kin, colleague, both):
        with pytest.raises(Refused, match=r"须由他人办理|两个环节"):
            await report_batch(officer, id=batch.id, version=batch.version, **STAMP)
    await report_batch(at.officers[FIRST], id=batch.id, version=batch.version, **STAMP)


async def test_cancelling_moves_every_case_to_the_next_batch(database: str) -> None:
    at = await batch_desk()
    stories = [await case_at(FIRST, at) for _ in range(2)]
    batch = await batch_of(at, FIRST)
    on = {"id": batch.id, "version": batch.version, "reason": "并入下一批"}
    with pytest.raises(Forbidden):
        await cancel_batch(at.officers[FIRST], **on)
    gone = (await cancel_batch(at.head, **on)).value
    following = await batch_of(at, FIRST)
    assert (gone.state, following.day > gone.day) == (BatchState.CANCELLED, True)
    assert [(await entry_of(story)).batch_id for story in stories] == [following.id, following.id]
    assert await BatchEntry.filter(batch_id=gone.id, state=BatchEntryState.WAITING).count() == 0
    assert [(await told_to(story.filer, story.case))[-1].name for story in stories] == [
        "REGISTRATION_DEFERRED"
    ] * 2


async def test_who_may_do_what_with_a_batch(database: str) -> None:
    at = await batch_desk()
    await case_at(FIRST, at)
    batch = await batch_of(at, FIRST)
    on = {"id": batch.id, "version": batch.version}
    elsewhere = await batch_desk(short_name="川", region_code="510000")
    for stranger in (PUBLIC_VIEWER, await engineer(), elsewhere.officers[FIRST]):
        with pytest.raises(NotFound):
            await lock_batch(stranger, **on)
        assert await Batch.filter(visible_to(stranger), id=batch.id).count() == 0
        assert await BatchEntry.filter(entries_visible_to(stranger)).count() == 0
    for colleague in (at.officers[PRE], at.officers[ANNOUNCING], at.head):
        with pytest.raises(Forbidden):
            await lock_batch(colleague, **on)
    shut = (await lock_batch(at.officers[FIRST], **on)).value
    with pytest.raises(Refused):
        await lock_batch(at.officers[FIRST], id=shut.id, version=shut.version)
    with pytest.raises(Fault):
        await announce_batch(at.officers[ANNOUNCING], id=shut.id, version=shut.version, notice=NOTICE)
    late: dict[str, Any] = {"stamp_number": "1号", "stamped_on": today() + timedelta(days=1)}
    with pytest.raises(Refused, match="不能晚于今天"):
        await report_batch(at.officers[FIRST], id=shut.id, version=shut.version, **late)
    with pytest.raises(Refused, match="用印编号"):
        await report_batch(
            at.officers[FIRST], id=shut.id, version=shut.version, stamp_number="", stamped_on=today()
        )


@unit_of_work
async def _write_birth(unit: Unit, *, id: int) -> None:
    await Registration.filter(id=id).update(birth_date=date(1930, 1, 1))


async def _outgrow(case: Registration) -> None:
    """The case as it would be if its data had turned out wrong after it passed."""
    await _write_birth(SYSTEM_VIEWER, id=case.id)
