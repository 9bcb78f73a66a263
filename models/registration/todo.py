"""What waits for a viewer today, counted by the step that it waits for."""

from dataclasses import dataclass

from tortoise.expressions import Q, Subquery

from models.kernel.viewer import Viewer, ViewerKind
from models.registration.kinds import ClaimState, RegistrationState, StageKind, StageState
from models.registration.reads import queue_of, visible_to
from models.registration.tables import Registration, RegistrationStage, WorkItem


@dataclass(frozen=True)
class Todo:
    """So many things wait for this step; `action` is the move's name."""

    action: str
    label: str
    count: int


async def todo(viewer: Viewer) -> list[Todo]:
    """Kinds of which nothing waits are left out."""
    match viewer.kind:
        case ViewerKind.PERSON:
            found = await _of_filer(viewer)
        case ViewerKind.EMPLOYER:
            found = await _of_employer(viewer)
        case ViewerKind.REVIEWER:
            found = await _of_reviewer(viewer)
        case _:
            found = []
    return [one for one in found if one.count]


async def _of_filer(viewer: Viewer) -> list[Todo]:
    own = Registration.filter(visible_to(viewer))
    return [
        Todo("resubmit_registration", "待补正", await own.filter(state=RegistrationState.RETURNED).count()),
        Todo("submit_registration", "草稿", await own.filter(state=RegistrationState.DRAFT).count()),
    ]


async def _of_employer(viewer: Viewer) -> list[Todo]:
    turn = RegistrationStage.filter(kind=StageKind.EMPLOYER, state=StageState.OPEN)
    own = Registration.filter(visible_to(viewer), id__in=Subquery(turn.values("registration_id")))
    return [Todo("report_up_registration", "待上报", await own.count())]


async def _of_reviewer(viewer: Viewer) -> list[Todo]:
    queue = WorkItem.filter(queue_of(viewer))
    mine = Q(state=ClaimState.HELD, held_by_id=viewer.reviewer_id or 0)
    return [
        Todo("pass_registration", "我已领取", await WorkItem.filter(mine).count()),
        Todo("claim_work", "待领取", await queue.filter(state=ClaimState.FREE).count()),
    ]
