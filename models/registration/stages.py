"""Stages and their work items, moved as consequences of a case's moves, within the same unit of work."""

from datetime import datetime

from tortoise.expressions import Q

from models.kernel.clock import now
from models.kernel.statements import picked
from models.kernel.unit import Unit
from models.kernel.workdays import WorkCalendar, work_calendar
from models.professions.rulebook import RouteStep
from models.registration.deadlines import FAR_FUTURE, minutes_left, resumed
from models.registration.events import WorkAdded
from models.registration.gather import book_of
from models.registration.kinds import StageState
from models.registration.tables import Registration, RegistrationStage, WorkItem
from models.registration.words import STAGE_WORDS
from models.registration.workflow import STAGE, WORK, Relation

OPENED = (StageState.OPEN, StageState.BATCHED)
SO = {Relation.CONSEQUENCE}


def route_step(case: Registration, stage: RegistrationStage) -> RouteStep:
    """What the rulebook of the case's edition says about a stage."""
    return book_of(case).form(case.kind).step(stage.kind)


async def plan(case: Registration) -> list[RegistrationStage]:
    """One waiting row per stage of the route: frozen from now on."""
    route = book_of(case).form(case.kind).route
    return [
        await RegistrationStage.create(
            registration_id=case.id,
            place=place,
            kind=step.stage,
            authority_id=case.authority_id,
            workdays=step.workdays,
        )
        for place, step in enumerate(route, start=1)
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
    step, calendar = route_step(case, stage), await work_calendar()
    stage.opened_at = unit.now
    if before and step.since and before.clock_from and route_step(case, before).since is step.since:
        stage.clock_from, stage.due_at = before.clock_from, before.due_at
        stage.extended, stage.escalated = before.extended, before.escalated
    elif step.workdays is not None:
        stage.clock_from, stage.due_at = unit.now, calendar.deadline(unit.now, step.workdays)
    await _enter(stage, "~open", "opened_at", "clock_from", "due_at", "extended", "escalated")
    await _add_work(unit, case, stage)


async def pass_stage(
    unit: Unit, case: Registration, stage: RegistrationStage, opinion: str | None
) -> RegistrationStage | None:
    """Close a stage as passed and open the next one; gives it, or None after the last."""
    stage.closed_at, stage.opinion, stage.officer_id = unit.now, opinion, unit.viewer.reviewer_id
    await _enter(stage, "~pass", "closed_at", "opinion", "officer_id", to=StageState.PASSED)
    await finish_work(stage)
    following = await stage_with(case, StageState.WAITING)
    if following:
        await open_stage(unit, case, following, stage)
    return following


async def pause_stage(unit: Unit, stage: RegistrationStage) -> None:
    """Stop the clock to the minute while the case is with the applicant; who returned it stays named."""
    calendar = await work_calendar()
    stage.paused_at, stage.officer_id = unit.now, unit.viewer.reviewer_id
    if stage.due_at:
        stage.minutes_left = minutes_left(calendar, unit.now, stage.due_at)
    await _enter(stage, "~pause", "paused_at", "minutes_left", "officer_id")
    await finish_work(stage)


async def resume_stage(unit: Unit, case: Registration, stage: RegistrationStage) -> None:
    """Let the clock go on with what was left of it, and add the work again."""
    stage.due_at = resumed_due(stage, await work_calendar(), unit.now)
    stage.paused_at = stage.minutes_left = stage.officer_id = None
    await _enter(stage, "~resume", "due_at", "paused_at", "minutes_left", "officer_id")
    await _add_work(unit, case, stage, again=True)


async def stop_stages(unit: Unit, case: Registration, reason: str | None = None) -> None:
    """End what is left of the route: the case has ended. A reason given is kept with the stage that stood open."""
    left = await RegistrationStage.filter(
        registration_id=case.id, state__in=(StageState.WAITING, *OPENED, StageState.PAUSED)
    )
    for stage in left:
        if stage.state is not StageState.WAITING:
            stage.closed_at, stage.opinion = unit.now, reason or stage.opinion
            await finish_work(stage)
        await _enter(stage, "~stop", "closed_at", "opinion")


async def finish_work(stage: RegistrationStage) -> None:
    """Take the stage's work item out of every queue."""
    item = await item_of(stage)
    if item is None:
        return
    WORK.enter(item, await WORK.require(item, "~done", SO))
    item.open = False
    await item.store("state", "open")


async def item_of(stage: RegistrationStage) -> WorkItem | None:
    """The stage's work item, locked, unless it is done."""
    found = await picked(WorkItem, Q(stage_id=stage.id, open=True), lock=True)
    return found[0] if found else None


def resumed_due(stage: RegistrationStage, calendar: WorkCalendar, at: datetime) -> datetime | None:
    return resumed(calendar, at, stage.minutes_left) if stage.minutes_left is not None else stage.due_at


async def _add_work(unit: Unit, case: Registration, stage: RegistrationStage, *, again: bool = False) -> None:
    item = await WorkItem.create(
        registration_id=case.id,
        stage_id=stage.id,
        stage_kind=stage.kind,
        role=route_step(case, stage).role,
        profession=case.profession,
        region=case.region,
        registration_kind=case.kind,
        applicant_id=case.applicant_id,
        authority_id=stage.authority_id,
        due_at=stage.due_at or FAR_FUTURE,
        added_at=now(),
        resubmitted=again,
        search=" ".join(filter(None, (case.name, case.number, case.employer_name)))[:300],
    )
    unit.record(WorkAdded(stage.kind, STAGE_WORDS[stage.kind], "（补正后返回）" if again else ""), item)


async def _enter(stage: RegistrationStage, action: str, *columns: str, to: StageState | None = None) -> None:
    move = await STAGE.require(stage, action, SO)
    STAGE.enter(stage, move, to or (StageState.OPEN if StageState.OPEN in move.to else None))
    await stage.store("state", *columns)
