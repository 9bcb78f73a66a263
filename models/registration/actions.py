"""What a viewer can do with a case or a work item now: the table's moves, each ready or with the reason why not."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from models.kernel.clock import now
from models.kernel.rules import Finding, blocking
from models.kernel.viewer import Viewer
from models.kernel.workflow import Available
from models.professions.rulebook import RouteStep
from models.registration.four_eyes import obstacle
from models.registration.gather import assess
from models.registration.kinds import ClaimState, RegistrationState, StageKind
from models.registration.relations import relations_to, relations_to_work
from models.registration.stages import current_stage, route_step
from models.registration.steps.filing import CLAIMED, ever_claimed
from models.registration.steps.remarks import unanswered
from models.registration.tables import Registration, RegistrationStage, WorkItem
from models.registration.workflow import REGISTRATION, WORK

CLAIM_FIRST = "领取后才能办理"
UNMET = "还有要求没有满足"
DECISIONS = ("pass_registration", "return_registration", "decline_registration", "refuse_registration")
FILED = ("submit_registration", "resubmit_registration")


@dataclass(frozen=True)
class Option:
    """A move of this viewer's, and what is unmet where that is the reason."""

    available: Available
    findings: tuple[Finding, ...] = ()


async def case_options(case: Registration, viewer: Viewer) -> list[Option]:
    """The viewer's moves from the case's present state, in the table's order."""
    stage = await current_stage(case)
    relations = relations_to(case, viewer, stage.kind if stage else None)
    found = REGISTRATION.available(case.state, relations)
    step = route_step(case, stage) if stage else None
    mine = [one for one in found if step is None or _done_here(one.action, step)]
    return [await _judged(one, case, stage, viewer) for one in mine]


async def work_options(item: WorkItem, viewer: Viewer) -> list[Option]:
    """The viewer's moves on a work item."""
    found = WORK.available(item.state, relations_to_work(item, viewer))
    return [
        await _claimable(one, item, viewer) if one.action == "claim_work" else Option(one)
        for one in found
        if one.action != "claim_next_work"
    ]


def _done_here(action: str, step: RouteStep) -> bool:
    """Is this what the stage does at all? Reviewers see no button that their stage can never press."""
    making = step.stage is StageKind.CERTIFICATE_MAKING
    capable = {
        "return_registration": step.may_return,
        "decline_registration": step.may_decline,
        "refuse_registration": step.may_refuse,
        "extend_deadline": step.extension > 0,
        "issue_certificate": making,
    }
    return capable.get(action, True)


async def _judged(
    one: Available, case: Registration, stage: RegistrationStage | None, viewer: Viewer
) -> Option:
    if one.action in FILED:
        return _unless(one, [*await unanswered(case), *(await assess(case)).findings])
    if one.action == "withdraw_registration" and await ever_claimed(case):
        return _not_ready(one, CLAIMED)
    if one.action == "choose_authority" and case.state is RegistrationState.RETURNED:
        first = stage is not None and stage.place == 1
        return Option(one) if first else _not_ready(one, "第一个环节已通过，不能更换机构")
    if one.action == "extend_deadline" and stage is not None and stage.extended:
        return _not_ready(one, "期限已延长过一次")
    if one.action in (*DECISIONS, "issue_certificate") and stage is not None:
        return await _decision(one, case, stage, viewer)
    return Option(one)


async def _decision(one: Available, case: Registration, stage: RegistrationStage, viewer: Viewer) -> Option:
    item = await WorkItem.filter(stage_id=stage.id).exclude(state=ClaimState.DONE).first()
    if not _held_by(item, viewer):
        return _not_ready(one, CLAIM_FIRST)
    away = await obstacle(case, viewer.reviewer_id)
    if away:
        return _not_ready(one, away.message)
    if one.action != "pass_registration":
        return Option(one)
    option = _unless(one, (await assess(case)).findings)
    if option.findings and route_step(case, stage).decides:
        return Option(one, option.findings)  # a decider may pass over them with a reason
    return option


async def _claimable(one: Available, item: WorkItem, viewer: Viewer) -> Option:
    away = await obstacle(await Registration.get(id=item.registration_id), viewer.reviewer_id)
    return _not_ready(one, away.message) if away else Option(one)


def _held_by(item: WorkItem | None, viewer: Viewer) -> bool:
    return (
        item is not None
        and item.state is ClaimState.HELD
        and item.held_by_id == viewer.reviewer_id
        and item.held_until is not None
        and item.held_until > now()
    )


def _unless(one: Available, findings: Iterable[Finding]) -> Option:
    unmet = tuple(blocking(findings))
    return Option(replace(one, ready=False, reason=UNMET), unmet) if unmet else Option(one)


def _not_ready(one: Available, reason: str) -> Option:
    return Option(replace(one, ready=False, reason=reason))
