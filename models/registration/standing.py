"""How cases stand for a viewer, read for many at once: the stage, the claim, what is open, what is unmet."""

from collections.abc import Sequence
from dataclasses import dataclass

from models.kernel.clock import now
from models.kernel.rules import Finding
from models.kernel.statements import picked
from models.kernel.viewer import Viewer, ViewerKind
from models.professions.rulebook import Withdrawal
from models.registration.employer_turn import reported
from models.registration.four_eyes import obstacles
from models.registration.gather import assess_all, book_of
from models.registration.kinds import ClaimState, RegistrationState, StageKind, StageState, WithdrawalState
from models.registration.relations import relations_to
from models.registration.stages import OPENED
from models.registration.steps.remarks import all_unanswered
from models.registration.surrounding import of_cases
from models.registration.tables import Registration, RegistrationStage, WorkItem
from models.registration.withdrawals import WithdrawalRequest
from models.registration.workflow import Relation

DECISIONS = ("pass_registration", "return_registration", "decline_registration", "refuse_registration")
FILED = ("submit_registration", "resubmit_registration")
FILLED_IN = (RegistrationState.DRAFT, RegistrationState.RETURNED)


@dataclass(frozen=True)
class Standing:
    """One case as it stands for one viewer."""

    stage: RegistrationStage | None
    """Where it stands: open, or paused while it is returned."""
    settled: bool
    """Has it come so far that only a reviewer may let it be withdrawn?"""
    asked: bool
    """Does a request to withdraw wait for an answer?"""
    claimed: bool = False
    """Has a reviewer ever claimed it?"""
    reported: bool = False
    """Does it stand right after the employer's report-up?"""
    held: bool = False
    """Does the viewer hold its open stage, and is the lease running?"""
    obstacle: Finding | None = None
    """Why the viewer, who holds it, must stay away."""
    unanswered: Sequence[Finding] = ()
    findings: Sequence[Finding] = ()
    """Of the rules, where a move of the viewer's depends on them."""


async def standings(cases: Sequence[Registration], viewer: Viewer) -> dict[int, Standing]:
    """By the cases' row keys."""
    by_key = {case.id: case for case in cases}
    keys = list(by_key)
    stages = await current_stages(keys)
    items = await of_cases(WorkItem, keys)
    handed_on = await reported_up(keys) if viewer.kind is ViewerKind.EMPLOYER else set()
    claimed = {item.registration_id for item in items if item.fence}
    held = {item.registration_id for item in items if held_by(item, viewer)}
    asked = {
        row.registration_id
        for row in await of_cases(WithdrawalRequest, keys)
        if row.state is WithdrawalState.OPEN
    }
    own = [case for case in cases if case.id in held]
    filled_in = [case for case in cases if _fills_in(case, viewer)]
    away = dict(zip((case.id for case in own), await _obstacles(own, viewer), strict=True))
    unanswered = await all_unanswered(filled_in) if filled_in else {}
    assessed = [*own, *filled_in]
    found = dict(zip((case.id for case in assessed), await assess_all(assessed), strict=True))
    return {
        key: Standing(
            stages.get(key),
            _settled(by_key[key], stages.get(key), key in claimed),
            key in asked,
            key in claimed,
            key in handed_on,
            key in held,
            away.get(key),
            unanswered.get(key, ()),
            found[key].findings if key in found else (),
        )
        for key in keys
    }


async def current_stages(keys: Sequence[int]) -> dict[int, RegistrationStage]:
    """The stage at which each case stands, by the cases' row keys."""
    stages = await _stages_of(keys)
    standing = [stage for stage in stages if stage.state in (*OPENED, StageState.PAUSED)]
    return {stage.registration_id: stage for stage in reversed(standing)}


async def reported_up(keys: Sequence[int]) -> set[int]:
    """Cases that stand right after their employer's report-up."""
    rows: dict[int, list[RegistrationStage]] = {}
    for stage in await _stages_of(keys):
        rows.setdefault(stage.registration_id, []).append(stage)
    return {key for key, stages in rows.items() if reported(stages)}


async def _stages_of(keys: Sequence[int]) -> list[RegistrationStage]:
    return await picked(RegistrationStage, among=("registration_id", keys), order=("place",))


def held_by(item: WorkItem, viewer: Viewer) -> bool:
    return (
        item.state is ClaimState.HELD
        and item.held_by_id is not None
        and item.held_by_id == viewer.reviewer_id
        and item.held_until is not None
        and item.held_until > now()
    )


def _settled(case: Registration, stage: RegistrationStage | None, claimed: bool) -> bool:
    form = book_of(case).form(case.kind)
    if form.withdraw_until is Withdrawal.FIRST_CLAIM:
        return claimed
    order = [step.stage for step in form.route]
    return stage is not None and order.index(stage.kind) > order.index(StageKind.ACCEPTANCE)


def _fills_in(case: Registration, viewer: Viewer) -> bool:
    return case.state in FILLED_IN and Relation.FILER in relations_to(case, viewer, None)


async def _obstacles(cases: Sequence[Registration], viewer: Viewer) -> list[Finding | None]:
    return await obstacles(cases, viewer.reviewer_id) if cases else []
