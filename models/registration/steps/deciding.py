"""What a reviewer decides on a case held: pass, return, decline, refuse; and what the head may extend."""

from collections.abc import Sequence

from models.authorities.kinds import ReviewerRole
from models.kernel.clock import china_day, end_of_china_day
from models.kernel.errors import InvalidField, Refused, UnmetRequirement
from models.kernel.rows import for_change
from models.kernel.rules import blocking
from models.kernel.unit import Unit, unit_of_work
from models.kernel.workdays import work_calendar
from models.registration.batches.entering import batch_words
from models.registration.events import (
    DeadlineExtended,
    RegistrationCompleted,
    RegistrationGranted,
    RegistrationNotAccepted,
    RegistrationRefused,
    RegistrationReturned,
    StagePassed,
)
from models.registration.four_eyes import require_stranger
from models.registration.gather import assess, book_of
from models.registration.kinds import RegistrationState, StageState
from models.registration.letters import letter_paper
from models.registration.made import PaperKind, order_papers
from models.registration.reads import visible_to
from models.registration.relations import relations_to
from models.registration.stages import (
    OPENED,
    item_of,
    pass_stage,
    pause_stage,
    route_step,
    stage_with,
    stop_stages,
)
from models.registration.steps.granting import leave
from models.registration.steps.held import Claimed, Held, held, refuse_unless
from models.registration.steps.remarks import Remark, write_down
from models.registration.steps.texts import LONGEST_OPINION, LONGEST_REASON, written
from models.registration.steps.withdrawing import overtake
from models.registration.tables import Registration
from models.registration.words import STAGE_WORDS
from models.registration.workflow import REGISTRATION


@unit_of_work
async def pass_registration(
    unit: Unit, *, on: Claimed, opinion: str | None = None, override: str | None = None
) -> Registration:
    """Pass the open stage; where the stage decides, the registration is granted.

    :raises Refused: the claim is lost, or requirements are unmet and no decider gave a reason to pass over them.
    """
    now = await held(unit, on, "pass_registration")
    case, stage = now.case, now.stage
    await refuse_unless(stage.state is not StageState.BATCHED, case, stage, "单件通过，随批次办理")
    opinion = written(opinion, "opinion", LONGEST_OPINION)
    over = written(override, "override", LONGEST_REASON)
    granted = case.state is RegistrationState.GRANTED
    if not granted:
        await _nothing_unmet(unit, now, over)
    REGISTRATION.enter(case, now.move, await _state_after(case, now))
    if now.step.decides:
        case.decided_at = unit.now
        await overtake(case)
    await case.store("state", "decided_at")
    following = await pass_stage(unit, case, stage, "\n".join(filter(None, (opinion, over))) or None)
    batch = await batch_words(following)
    if now.step.decides:
        unit.record(RegistrationGranted(str(case.number), stage.kind, batch), case)
        if following is None:
            await leave(unit, case)
    elif following is None:
        unit.record(RegistrationCompleted(str(case.number)), case)
    else:
        words = STAGE_WORDS[stage.kind], STAGE_WORDS[following.kind]
        unit.record(StagePassed(stage.kind, words[0], following.kind, words[1], batch=batch), case)
    return case


@unit_of_work
async def return_registration(unit: Unit, *, on: Claimed, remarks: Sequence[Remark]) -> Registration:
    """Send the case back to its filer with what is to be corrected; the clock stands still meanwhile."""
    now = await held(unit, on, "return_registration")
    case, stage = now.case, now.stage
    await refuse_unless(now.step.may_return, case, stage, "退回补正")
    written = await write_down(case, stage, book_of(case), remarks)
    REGISTRATION.enter(case, now.move)
    await case.store("state")
    await overtake(case)
    await pause_stage(unit, stage)
    await _order_letter(case)
    unit.record(RegistrationReturned(str(case.number), stage.kind, STAGE_WORDS[stage.kind], written), case)
    return case


@unit_of_work
async def decline_registration(
    unit: Unit, *, on: Claimed, rules: Sequence[str], opinion: str
) -> Registration:
    """Do not accept the case (不予受理), naming the rules that are not met."""
    now = await held(unit, on, "decline_registration")
    await refuse_unless(now.step.may_decline, now.case, now.stage, "不予受理")
    await _end_with_reasons(unit, now, rules, opinion)
    unit.record(RegistrationNotAccepted(str(now.case.number), "、".join(rules)), now.case)
    return now.case


@unit_of_work
async def refuse_registration(unit: Unit, *, on: Claimed, rules: Sequence[str], opinion: str) -> Registration:
    """Refuse the registration (不予注册), naming the rules that are not met."""
    now = await held(unit, on, "refuse_registration")
    await refuse_unless(now.step.may_refuse, now.case, now.stage, "不予注册")
    await _end_with_reasons(unit, now, rules, opinion)
    unit.record(RegistrationRefused(str(now.case.number), "、".join(rules)), now.case)
    return now.case


@unit_of_work
async def extend_deadline(unit: Unit, *, id: int, version: int, reason: str) -> Registration:
    """Give the open stage the rulebook's extension, once: by the head, with a reason."""
    case = await for_change(Registration, visible_to(unit.viewer), id, version)
    stage = await stage_with(case, *OPENED)
    await REGISTRATION.require(case, "extend_deadline", relations_to(case, unit.viewer, stage))
    await require_stranger(case, unit.viewer.reviewer_id)
    assert stage is not None, "a case under review has an open stage"
    extension, due = route_step(case, stage).extension, stage.due_at
    await refuse_unless(extension > 0 and not stage.extended and due is not None, case, stage, "再延长期限")
    assert due is not None
    if not written(reason, "reason", LONGEST_REASON):
        raise Refused(InvalidField(path=("input", "reason"), message="请写明延长期限的理由"))
    day = (await work_calendar()).add(china_day(due), extension)
    stage.due_at, stage.extended, stage.escalated = end_of_china_day(day), True, False
    await stage.store("due_at", "extended", "escalated")
    item = await item_of(stage)
    if item:
        item.due_at = stage.due_at
        await item.store("due_at")
    await case.store()
    unit.record(DeadlineExtended(stage.kind, STAGE_WORDS[stage.kind], extension, day.isoformat()), case)
    return case


async def _state_after(case: Registration, now: Held) -> RegistrationState:
    """Under review until a stage decides; granted until the last stage has passed."""
    if case.state is RegistrationState.GRANTED:
        last = await stage_with(case, StageState.WAITING) is None
        return RegistrationState.COMPLETED if last else RegistrationState.GRANTED
    return RegistrationState.GRANTED if now.step.decides else RegistrationState.IN_REVIEW


async def _nothing_unmet(unit: Unit, now: Held, override: str | None) -> None:
    unmet = blocking((await assess(now.case)).findings)
    decider = now.step.decides and unit.viewer.has_role(
        ReviewerRole.DECIDER, now.case.profession, now.case.region
    )
    if not unmet or (decider and override):
        return
    raise Refused(*(UnmetRequirement(message=one.message, path=one.path, finding=one) for one in unmet))


async def _end_with_reasons(unit: Unit, now: Held, rules: Sequence[str], opinion: str) -> None:
    """:raises Refused: no reason, a rule that was not asked of this case, or no opinion."""
    asked = {finding.rule for finding in (await assess(now.case)).findings}
    unknown = [rule for rule in rules if rule not in asked]
    if unknown or not rules:
        raise Refused(
            InvalidField(
                path=("input", "rules"),
                message="请从核对结论中选择未满足的规则，至少一条",
                received="、".join(unknown) or "未选择",
                wanted="、".join(sorted(asked)),
            )
        )
    text = written(opinion, "opinion", LONGEST_OPINION)
    if not text:
        raise Refused(InvalidField(path=("input", "opinion"), message="请写明意见"))
    case, stage = now.case, now.stage
    stage.opinion, stage.officer_id, stage.rules = text, unit.viewer.reviewer_id, list(rules)
    await stage.store("opinion", "officer_id", "rules")
    REGISTRATION.enter(case, now.move)
    case.decided_at = unit.now
    await case.store("state", "decided_at")
    await overtake(case)
    await stop_stages(unit, case)
    await _order_letter(case)


async def _order_letter(case: Registration) -> None:
    await order_papers(case, {PaperKind.DECISION_LETTER: await letter_paper(case)})
