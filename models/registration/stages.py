"""Stages and their work items, moved as consequences of a case's moves, within the same unit of work."""

from datetime import datetime

from tortoise.expressions import Q

from models.authorities.tables import Authority
from models.kernel.clock import now
from models.kernel.statements import picked
from models.kernel.unit import Unit
from models.kernel.workdays import WorkCalendar, work_calendar
from models.professions.rulebook import RouteStep
from models.registration.batches.entering import enter_batch, leave_batch
from models.registration.bodies import bodies_of
from models.registration.deadlines import FAR_FUTURE, minutes_left, resumed
from models.registration.events import WorkAdded
from models.registration.gather import book_of
from models.registration.kinds import StageKind, StageState
from models.registration.route_events import WorkPassedOn
from models.registration.tables import Registration, RegistrationStage, WorkItem
from models.registration.words import STAGE_WORDS
from models.registration.workflow import STAGE, WORK, Relation

OPENED = (StageState.OPEN, StageState.BATCHED)
CLOCK_COLUMNS = ("opened_at", "clock_from", "due_at", "extended", "escalated")
SO = {Relation.CONSEQUENCE}


def route_step(case: Registration, stage: RegistrationStage) -> RouteStep:
    """What the rulebook of the case's edition says about a stage."""
    return book_of(case).form(case.kind).step(stage.kind)


async def plan(case: Registration) -> list[RegistrationStage]:
    """One waiting row per stage of the route: frozen from now on."""
    form = book_of(case).form(case.kind)
    bodies = await bodies_of(form, case.profession, await Authority.get(id=case.authority_id))
    return [
        await RegistrationStage.create(
            registration_id=case.id,
            place=place,
            kind=step.stage,
            authority_id=bodies[step.stage],
            workdays=step.workdays,
        )
        for place, step in enumerate(form.route, start=1)
    ]


async def stage_with(case: Registration, *states: StageState) -> RegistrationStage | None:
    """The first stage of the route in one of these states."""
    return await RegistrationStage.filter(registration_id=case.id, state__in=states).order_by("place").first()


async def current_stage(case: Registration) -> RegistrationStage | None:
    """The stage where the case stands: open, or paused while it is returned."""
    return await stage_with(case, *OPENED, StageState.PAUSED)


async def open_stage(
    unit: Unit, case: Registration, stage: RegistrationStage, before: RegistrationStage | None
) -> None:
    """Open a waiting stage: its clock starts, or goes on where two stages share their time, and work is added."""
    start_clock(case, stage, before, await work_calendar(), unit.now)
    await _enter(stage, "~open", *CLOCK_COLUMNS, to=opened_state(case, stage))
    await _stand_at(case, stage)
    await _add_work(unit, case, stage)


def start_clock(
    case: Registration,
    stage: RegistrationStage,
    before: RegistrationStage | None,
    calendar: WorkCalendar,
    at: datetime,
) -> None:
    """Set the times of a stage that opens."""
    step = route_step(case, stage)
    stage.opened_at = at
    if before and step.since and before.clock_from and route_step(case, before).since is step.since:
        stage.clock_from, stage.due_at = before.clock_from, before.due_at
        stage.extended, stage.escalated = before.extended, before.escalated
    elif step.workdays is not None:
        stage.clock_from, stage.due_at = at, calendar.deadline(at, step.workdays)


def opened_state(case: Registration, stage: RegistrationStage) -> StageState:
    """Where a stage of the route stands once it has opened."""
    return StageState.BATCHED if route_step(case, stage).batched else StageState.OPEN


async def pass_stage(
    unit: Unit, case: Registration, stage: RegistrationStage, opinion: str | None
) -> RegistrationStage | None:
    """Close a stage as passed and open the next one; gives it, or None after the last."""
    stage.closed_at, stage.opinion, stage.officer_id = unit.now, opinion, unit.viewer.reviewer_id
    await _enter(stage, "~pass", "closed_at", "opinion", "officer_id", to=StageState.PASSED)
    done = await finish_work(stage)
    following = await stage_with(case, StageState.WAITING)
    if following:
        if done and following.authority_id != stage.authority_id:
            unit.record(passed_on(case, stage), done)
        await open_stage(unit, case, following, stage)
    return following


async def take_back(
    unit: Unit, case: Registration, stage: RegistrationStage, following: RegistrationStage
) -> None:
    """Open a passed stage again: the following one, which nobody has claimed, waits as if it had never been open."""
    following.opened_at = following.clock_from = following.due_at = None
    await leave_batch(following)
    await finish_work(following)
    await _enter(following, "~put_back", "opened_at", "clock_from", "due_at", to=StageState.WAITING)
    stage.closed_at = None
    await _enter(stage, "~take_back", "closed_at")
    await _stand_at(case, stage)


async def pause_stage(unit: Unit, stage: RegistrationStage) -> None:
    """Stop the clock to the minute while the case is with the applicant; who returned it stays named."""
    calendar = await work_calendar()
    stage.paused_at, stage.officer_id = unit.now, unit.viewer.reviewer_id
    if stage.due_at:
        stage.minutes_left = minutes_left(calendar, unit.now, stage.due_at)
    await leave_batch(stage)
    await _enter(stage, "~pause", "paused_at", "minutes_left", "officer_id")
    await finish_work(stage)


async def resume_stage(unit: Unit, case: Registration, stage: RegistrationStage) -> None:
    """Let the clock go on with what was left of it, and add the work again."""
    stage.due_at = resumed_due(stage, await work_calendar(), unit.now)
    stage.paused_at = stage.minutes_left = stage.officer_id = None
    columns = ("due_at", "paused_at", "minutes_left", "officer_id")
    await _enter(stage, "~resume", *columns, to=opened_state(case, stage))
    await _add_work(unit, case, stage, again=True)


async def stop_stages(unit: Unit, case: Registration, reason: str | None = None) -> None:
    """End what is left of the route: the case has ended. A reason given is kept with the stage that stood open."""
    left = await RegistrationStage.filter(
        registration_id=case.id, state__in=(StageState.WAITING, *OPENED, StageState.PAUSED)
    )
    for stage in left:
        if stage.state is not StageState.WAITING:
            stage.closed_at, stage.opinion = unit.now, reason or stage.opinion
            stage.due_at = resumed_due(
                stage, await work_calendar(), unit.now
            )  # nobody waits for a correction now
            stage.paused_at = stage.minutes_left = None
            await leave_batch(stage)
            await finish_work(stage)
        await _enter(stage, "~stop", "closed_at", "opinion", "due_at", "paused_at", "minutes_left")


async def finish_work(stage: RegistrationStage) -> WorkItem | None:
    """Take the stage's work item out of every queue; gives it, or None where there was none."""
    item = await item_of(stage)
    if item is None:
        return None
    WORK.enter(item, await WORK.require(item, "~done", SO))
    item.open = False
    return await item.store("state", "open")


async def item_of(stage: RegistrationStage) -> WorkItem | None:
    """The stage's work item, locked, unless it is done."""
    found = await picked(WorkItem, Q(stage_id=stage.id, open=True), lock=True)
    return found[0] if found else None


def resumed_due(stage: RegistrationStage, calendar: WorkCalendar, at: datetime) -> datetime | None:
    return resumed(calendar, at, stage.minutes_left) if stage.minutes_left is not None else stage.due_at


async def _stand_at(case: Registration, stage: RegistrationStage) -> None:
    """Note the body whose turn it is: its reviewers are told of the case from now on. No version of the case."""
    case.standing_at_id = stage.authority_id
    await Registration.filter(id=case.id).update(standing_at_id=stage.authority_id)


async def _add_work(unit: Unit, case: Registration, stage: RegistrationStage, *, again: bool = False) -> None:
    role = route_step(case, stage).role
    if role is None or stage.kind is StageKind.DELIVERY:
        return  # the employer finds it among its people's applications; what is to be sent is a list of its own
    due = stage.due_at
    if stage.state is StageState.BATCHED:
        batch = await enter_batch(unit, case, stage)
        due = due or batch.lock_at
    item = work_of(case, stage, due=due, again=again)
    await item.save(force_create=True)
    unit.record(work_added(item), item)


def work_of(
    case: Registration, stage: RegistrationStage, *, due: datetime | None, again: bool = False
) -> WorkItem:
    """The work item of a stage that has opened, not yet written."""
    return WorkItem(
        registration_id=case.id,
        stage_id=stage.id,
        stage_kind=stage.kind,
        role=route_step(case, stage).role,
        profession=case.profession,
        region=case.region,
        registration_kind=case.kind,
        applicant_id=case.applicant_id,
        authority_id=stage.authority_id,
        due_at=due or FAR_FUTURE,
        added_at=now(),
        resubmitted=again,
        search=" ".join(filter(None, (case.name, case.number, case.spelled, case.employer_name)))[:300],
    )


def passed_on(case: Registration, stage: RegistrationStage) -> WorkPassedOn:
    return WorkPassedOn(case.global_id, stage.kind, STAGE_WORDS[stage.kind])


def work_added(item: WorkItem) -> WorkAdded:
    again = "（补正后返回）" if item.resubmitted else ""
    return WorkAdded(item.stage_kind, STAGE_WORDS[item.stage_kind], again)


async def _enter(stage: RegistrationStage, action: str, *columns: str, to: StageState | None = None) -> None:
    move = await STAGE.require(stage, action, SO)
    STAGE.enter(stage, move, to)
    await stage.store("state", *columns)
