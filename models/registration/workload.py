"""How much waits, who has how much of it, and how much was done: counted for a head, or for a reviewer alone."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from tortoise.expressions import Q
from tortoise.functions import Count

from models.kernel.clock import now
from models.kernel.viewer import Viewer, ViewerKind
from models.registration.kinds import ClaimState, StageKind, StageState
from models.registration.reads import NOTHING, granted, having, parts_visible_to
from models.registration.relations import HEAD_ROLE
from models.registration.tables import RegistrationStage, WorkItem

DONE_IN = timedelta(days=30)

Counts = dict[tuple[int | None, str], int]
"""By reviewer and stage."""


@dataclass(frozen=True)
class Load:
    """One reviewer at one stage; without a reviewer, what nobody has taken. `done`: in the last thirty days."""

    reviewer_id: int | None
    stage: StageKind
    open: int
    overdue: int
    done: int


async def workload(viewer: Viewer) -> list[Load]:
    """By stage, what is free first, then by reviewer. Heads see everybody's, others their own and what is free."""
    if viewer.kind is not ViewerKind.REVIEWER:
        return []
    at, route = now(), list(StageKind)
    items = WorkItem.filter(
        Q(authority_id=viewer.authority_id), granted(viewer), _own(viewer, "held_by_id", free=True)
    )
    waiting = items.exclude(state=ClaimState.DONE)
    open_, late = await _counted(waiting, "held_by_id", "stage_kind"), waiting.filter(due_at__lt=at)
    overdue = await _counted(late, "held_by_id", "stage_kind")
    done = await _counted(_done(viewer, at), "officer_id", "kind")
    keys = sorted({*open_, *done}, key=lambda key: (route.index(StageKind(key[1])), key[0] or 0))
    return [
        Load(reviewer, StageKind(stage), *(one.get((reviewer, stage), 0) for one in (open_, overdue, done)))
        for reviewer, stage in keys
    ]


def _done(viewer: Viewer, at: datetime) -> Any:
    """Stages that a reviewer closed: passed, or ended with the case."""
    closed = Q(state__in=(StageState.PASSED, StageState.STOPPED), closed_at__gte=at - DONE_IN)
    return RegistrationStage.filter(
        parts_visible_to(viewer),
        closed,
        _own(viewer, "officer_id", free=False),
        officer_id__isnull=False,
        authority_id=viewer.authority_id,
    )


def _own(viewer: Viewer, column: str, *, free: bool) -> Q:
    if any(grant.role == HEAD_ROLE for grant in viewer.grants):
        return Q()
    own = having("", **{column: viewer.reviewer_id}) if viewer.reviewer_id else NOTHING
    return own | having("", **{f"{column}__isnull": True}) if free else own


async def _counted(found: Any, reviewer: str, stage: str) -> Counts:
    rows = (
        await found.annotate(number=Count("id")).group_by(reviewer, stage).values(reviewer, stage, "number")
    )
    return {(row[reviewer], row[stage]): row["number"] for row in rows}
