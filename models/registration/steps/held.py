"""The guard of every decision: the case is visible, at this stage, and held by whoever decides."""

from dataclasses import dataclass

from models.kernel.errors import ClaimLost, Refused, StaleVersion, WrongState
from models.kernel.journal import last_of
from models.kernel.rows import for_change
from models.kernel.unit import Unit
from models.kernel.workflow import Move
from models.professions.rulebook import RouteStep
from models.registration.four_eyes import require_four_eyes
from models.registration.kinds import ClaimState, RegistrationState, StageKind
from models.registration.reads import visible_to
from models.registration.relations import relations_to
from models.registration.stages import OPENED, item_of, route_step, stage_with
from models.registration.tables import Registration, RegistrationStage, WorkItem
from models.registration.who import who_did
from models.registration.words import STAGE_WORDS
from models.registration.workflow import REGISTRATION


@dataclass(frozen=True)
class Claimed:
    """A case as its reviewer has it on the screen: row key, version read, fence of the claim."""

    id: int
    version: int
    fence: int


@dataclass
class Held:
    """A case under its reviewer's hands."""

    case: Registration
    stage: RegistrationStage
    step: RouteStep
    move: Move[RegistrationState]


async def held(unit: Unit, on: Claimed, action: str) -> Held:
    """The case, if this viewer may take this action now.

    :raises Forbidden: no role of the route. :raises Refused: WrongState or ClaimLost, saying who did what and when;
        StaleVersion; or the four-eyes rule.
    """
    case = await for_change(Registration, visible_to(unit.viewer), on.id)
    move = await REGISTRATION.require(case, action, relations_to(case, unit.viewer, None))
    stage = await stage_with(case, *OPENED)
    assert stage is not None, "a case under review has an open stage"
    making = stage.kind is StageKind.CERTIFICATE_MAKING
    await refuse_unless(not making or action != "pass_registration", case, stage, move.label)
    if not holds(await item_of(stage), unit, on.fence):
        raise Refused(ClaimLost(message=await _lost(unit, case, stage, on, move.label)))
    if case.version != on.version:
        raise Refused(StaleVersion(current_version=case.version))
    await require_four_eyes(case, unit.viewer.reviewer_id)
    return Held(case, stage, route_step(case, stage), move)


def holds(item: WorkItem | None, unit: Unit, fence: int) -> bool:
    """Does the viewer hold this item under this fence, and is the lease running?"""
    return (
        item is not None
        and item.state is ClaimState.HELD
        and item.held_by_id == unit.viewer.reviewer_id
        and item.fence == fence
        and item.held_until is not None
        and item.held_until > unit.now
    )


async def refuse_unless(allowed: bool, case: Registration, stage: RegistrationStage, what: str) -> None:
    """:raises Refused: the stage at which the case stands does not do this."""
    if not allowed:
        raise Refused(
            WrongState(message=f"{STAGE_WORDS[stage.kind]}环节不能{what}", event=await last_of(case))
        )


async def _lost(unit: Unit, case: Registration, stage: RegistrationStage, on: Claimed, what: str) -> str:
    """Why the viewer does not hold the case: nobody does yet, the lease is over, or somebody was faster."""
    item, word = await item_of(stage), STAGE_WORDS[stage.kind]
    if case.version != on.version or item is None:
        return await _faster(unit, case)
    if item.state is ClaimState.HELD and item.held_by_id != unit.viewer.reviewer_id:
        return await _faster(unit, item)
    if on.fence and on.fence == item.fence:
        return f"您的领取已到时，{word}待办已放回，决定没有生效；请重新领取"
    if item.state is ClaimState.HELD:
        return f"{word}由您领取，但领取序号已变，决定没有生效；请刷新后再“{what}”"
    return f"这件申请的{word}还没有人领取：请先“领取”，再“{what}”"


async def _faster(unit: Unit, row: Registration | WorkItem) -> str:
    entry = await last_of(row)
    said = await who_did(entry, unit.viewer) if entry else "这件申请已有变化"
    return f"{said}，您的决定没有生效"
