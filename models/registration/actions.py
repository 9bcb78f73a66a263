"""What a viewer can do with a case or a work item now: the table's moves, each ready or with the reason why not."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from models.kernel.rules import Finding, blocking
from models.kernel.viewer import Viewer
from models.kernel.workflow import Available
from models.professions.rulebook import RouteStep
from models.registration.asked import asked_for
from models.registration.employer_turn import TAKEN
from models.registration.four_eyes import obstacle
from models.registration.gather import book_of
from models.registration.kinds import RegistrationState, StageKind
from models.registration.relations import relations_to, relations_to_work
from models.registration.stages import route_step
from models.registration.standing import DECISIONS, FILED, Standing, standings
from models.registration.steps.withdrawing import ASKED, too_early_words, too_late_words
from models.registration.tables import Registration, WorkItem
from models.registration.workflow import REGISTRATION, WORK

CLAIM_FIRST = "领取后才能办理"
UNMET = "还有要求没有满足"
NO_OTHER_BODY = "第一个环节已通过，不能更换机构"
EXTENDED = "期限已延长过一次"
ANSWERS = ("allow_withdrawal", "deny_withdrawal")
PASSED_OTHERWISE = (StageKind.EMPLOYER, StageKind.CERTIFICATE_MAKING, StageKind.DELIVERY)
"""Stages with a move of their own for going on."""
HELD = (*DECISIONS, *ANSWERS, "issue_certificate")
"""Moves of a reviewer that need the claim."""


@dataclass(frozen=True)
class Option:
    """A move of this viewer's, and what is unmet where that is the reason."""

    available: Available
    findings: tuple[Finding, ...] = ()


async def case_options(case: Registration, viewer: Viewer) -> list[Option]:
    """The viewer's moves from the case's present state, in the table's order."""
    return (await options_of([case], viewer))[0]


async def options_of(cases: Sequence[Registration], viewer: Viewer) -> list[list[Option]]:
    """The same for many cases, in their order; the statements do not grow with the cases."""
    known = await standings(cases, viewer)
    return [_options(case, known[case.id], viewer) for case in cases]


async def work_options(item: WorkItem, viewer: Viewer) -> list[Option]:
    """The viewer's moves on a work item."""
    found = WORK.available(item.state, relations_to_work(item, viewer))
    return [
        await _claimable(one, item, viewer) if one.action == "claim_work" else Option(one)
        for one in found
        if one.action != "claim_next_work"
    ]


def _options(case: Registration, known: Standing, viewer: Viewer) -> list[Option]:
    relations = relations_to(case, viewer, known.stage)
    step = route_step(case, known.stage) if known.stage else None
    found = REGISTRATION.available(case.state, relations)
    form = book_of(case).form(case.kind)
    return [
        _judged(one, case, known)
        for one in found
        if asked_for(one.action, form) and _done_here(one.action, step, known)
    ]


def _done_here(action: str, step: RouteStep | None, known: Standing) -> bool:
    """Is this what the stage does at all? Reviewers see no button that their stage can never press."""
    if action in ANSWERS:
        return known.asked
    if step is None:
        return True
    capable = {
        "report_up_registration": step.stage is StageKind.EMPLOYER,
        "decline_report_up": step.stage is StageKind.EMPLOYER,
        "take_back_report_up": known.reported,
        "pass_registration": not step.batched and step.stage not in PASSED_OTHERWISE,
        "return_registration": step.may_return,
        "decline_registration": step.may_decline,
        "refuse_registration": step.may_refuse,
        "extend_deadline": step.extension > 0,
        "issue_certificate": step.stage is StageKind.CERTIFICATE_MAKING,
    }
    return capable.get(action, True)


def _judged(one: Available, case: Registration, known: Standing) -> Option:
    if one.action in FILED:
        return _unless(one, [*known.unanswered, *known.findings])
    if one.action in HELD:
        return _decision(one, case, known)
    reason = _obstacle(one.action, case, known)
    return _not_ready(one, reason) if reason else Option(one)


def _obstacle(action: str, case: Registration, known: Standing) -> str | None:
    """Why a move cannot be made now that the state allows."""
    first = known.stage is not None and known.stage.place == 1
    returned = case.state is RegistrationState.RETURNED
    reasons = {
        "withdraw_registration": too_late_words(case) if known.settled else None,
        "take_back_report_up": TAKEN if known.claimed else None,
        "request_withdrawal": (ASKED if known.asked else None) if known.settled else too_early_words(case),
        "choose_authority": NO_OTHER_BODY if returned and not first else None,
        "extend_deadline": EXTENDED if known.stage and known.stage.extended else None,
    }
    return reasons.get(action)


def _decision(one: Available, case: Registration, known: Standing) -> Option:
    if not known.held:
        return _not_ready(one, CLAIM_FIRST)
    if known.obstacle:
        return _not_ready(one, known.obstacle.message)
    if one.action != "pass_registration" or known.stage is None:
        return Option(one)
    option = _unless(one, known.findings)
    if option.findings and route_step(case, known.stage).decides:
        return Option(one, option.findings)  # a decider may pass over them with a reason
    return option


async def _claimable(one: Available, item: WorkItem, viewer: Viewer) -> Option:
    away = await obstacle(await Registration.get(id=item.registration_id), viewer.reviewer_id)
    return _not_ready(one, away.message) if away else Option(one)


def _unless(one: Available, findings: Iterable[Finding]) -> Option:
    unmet = tuple(blocking(findings))
    return Option(replace(one, ready=False, reason=UNMET), unmet) if unmet else Option(one)


def _not_ready(one: Available, reason: str) -> Option:
    return Option(replace(one, ready=False, reason=reason))
