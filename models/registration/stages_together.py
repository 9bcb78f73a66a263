"""Stages of many cases passed at once: as `pass_stage` does for one, with as many statements as for one."""

from collections.abc import Sequence
from dataclasses import dataclass

from models.kernel.rows import store_alike
from models.kernel.unit import Unit
from models.kernel.workdays import work_calendar
from models.registration.kinds import ClaimState, StageState
from models.registration.stages import (
    CLOCK_COLUMNS,
    OPENED,
    SO,
    open_stage,
    opened_state,
    passed_on,
    start_clock,
    work_added,
    work_of,
)
from models.registration.tables import Registration, RegistrationStage, WorkItem
from models.registration.workflow import STAGE, WORK


@dataclass(frozen=True, slots=True)
class Passing:
    """A case, the stage that it leaves, and the one that follows."""

    case: Registration
    stage: RegistrationStage
    following: RegistrationStage


async def passing(cases: Sequence[Registration]) -> list[Passing]:
    """Where each case stands and goes, in their order. The cases are locked."""
    keys = [case.id for case in cases]
    left = RegistrationStage.filter(registration_id__in=keys, state__in=(*OPENED, StageState.WAITING))
    stages: dict[int, list[RegistrationStage]] = {key: [] for key in keys}
    for stage in await left.order_by("place"):
        stages[stage.registration_id].append(stage)
    return [Passing(case, *stages[case.id][:2]) for case in cases]


async def pass_stages(unit: Unit, found: Sequence[Passing], officer_id: int | None) -> None:
    """Close each stage as passed by an officer and open the following one, with its work."""
    for one in found:
        one.stage.closed_at, one.stage.officer_id = unit.now, officer_id
        STAGE.enter(one.stage, await STAGE.require(one.stage, "~pass", SO))
    await store_alike([one.stage for one in found], "state", "closed_at", "officer_id")
    items = await _finish_work([one.stage.id for one in found])
    for one in found:
        if one.stage.id in items and one.following.authority_id != one.stage.authority_id:
            unit.record(passed_on(one.case, one.stage), items[one.stage.id])
    await _stand_at(found)
    batched = [one for one in found if opened_state(one.case, one.following) is StageState.BATCHED]
    await _open(unit, [one for one in found if one not in batched])
    for one in batched:
        await open_stage(unit, one.case, one.following, one.stage)


async def _stand_at(found: Sequence[Passing]) -> None:
    """Note the bodies whose turn it is, as `open_stage` does for one case."""
    cases_at: dict[int | None, list[int]] = {}
    for one in found:
        one.case.standing_at_id = one.following.authority_id
        cases_at.setdefault(one.following.authority_id, []).append(one.case.id)
    for body, keys in cases_at.items():
        await Registration.filter(id__in=keys).update(standing_at_id=body)


async def _finish_work(stages: Sequence[int]) -> dict[int, WorkItem]:
    """Gives the items by stage."""
    found = WorkItem.filter(stage_id__in=list(stages), open=True)
    items = await found.select_for_update()
    for item in items:
        WORK.enter(item, await WORK.require(item, "~done", SO))
        item.open = False
    await store_alike(items, "state", "open")
    return {item.stage_id: item for item in items}


async def _open(unit: Unit, found: Sequence[Passing]) -> None:
    calendar = await work_calendar()
    for one in found:
        start_clock(one.case, one.following, one.stage, calendar, unit.now)
        move = await STAGE.require(one.following, "~open", SO)
        STAGE.enter(one.following, move, StageState.OPEN)
    await store_alike([one.following for one in found], "state", *CLOCK_COLUMNS)
    new = [work_of(one.case, one.following, due=one.following.due_at) for one in found]
    await WorkItem.bulk_create(new)
    keys = [one.following.id for one in found]
    for item in await WorkItem.filter(stage_id__in=keys, state=ClaimState.FREE):
        unit.record(work_added(item), item)
