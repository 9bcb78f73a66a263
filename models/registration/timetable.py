"""What a case would meet on its way if every stage took all of its time: pure, from a route and a calendar."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from models.kernel.workdays import WorkCalendar
from models.professions.rulebook import RouteStep
from models.registration.batches.dates import batch_date_after
from models.registration.kinds import StageKind


@dataclass(frozen=True)
class PlannedStage:
    """One stage. `batch_on`: the batch it goes with; `due_on`: its last day. Both None where no time is set."""

    stage: StageKind
    workdays: int | None
    batch_on: date | None
    due_on: date | None
    decides: bool


def timetable(route: Sequence[RouteStep], day: date, calendar: WorkCalendar) -> list[PlannedStage]:
    """The stages of a case that is handed in on a day, each opening on the last day of the one before.

    Stages that share one time (`since`) end on one day, as their clocks do.
    """
    found: list[PlannedStage] = []
    reached, before = day, None
    for step in route:
        batch = batch_date_after(reached, calendar).day if step.batched else None
        due = batch or _due(step, before, reached, calendar)
        found.append(PlannedStage(step.stage, step.workdays, batch, due, step.decides))
        reached, before = due or reached, step
    return found


def _due(step: RouteStep, before: RouteStep | None, reached: date, calendar: WorkCalendar) -> date | None:
    if step.since and before and before.since is step.since:
        return reached
    return calendar.add(reached, step.workdays) if step.workdays is not None else None
