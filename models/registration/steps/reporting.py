"""The employer's stage: report up with the pledge, send back to the applicant, take the report-up back."""

from models.kernel.errors import InvalidField, Refused, UnmetRequirement, WrongState
from models.kernel.journal import last_of
from models.kernel.rows import for_change
from models.kernel.rules import blocking
from models.kernel.unit import Unit, unit_of_work
from models.registration.employer_turn import NOT_HERE, TAKEN, to_be_taken_back, with_employer
from models.registration.gather import assess, book_of
from models.registration.reads import visible_to
from models.registration.relations import relations_to
from models.registration.route_events import RegistrationReportedUp, ReportUpDeclined, ReportUpTakenBack
from models.registration.stages import pass_stage, pause_stage, take_back
from models.registration.steps.texts import LONGEST_REASON, written
from models.registration.tables import Registration, RegistrationStage
from models.registration.words import STAGE_WORDS
from models.registration.workflow import REGISTRATION


@unit_of_work
async def report_up_registration(unit: Unit, *, id: int, version: int, pledge_edition: str) -> Registration:
    """Confirm the employer's pledge and hand the case on to the authority.

    :raises Refused: it is not the employer's turn, another edition of the pledge is in force, or requirements are unmet.
    """
    case, stage = await _employers_turn(unit, id, version, "report_up_registration")
    pledge = book_of(case).form(case.kind).employer_pledge
    if pledge is not None and pledge.edition != pledge_edition:
        raise Refused(
            InvalidField(
                path=("input", "pledgeEdition"),
                message="请阅读并确认现行的上报承诺",
                received=pledge_edition[:24],
                wanted=pledge.edition,
            )
        )
    unmet = blocking((await assess(case)).findings)
    if unmet:
        raise Refused(*(UnmetRequirement(message=one.message, path=one.path, finding=one) for one in unmet))
    await case.store()
    following = await pass_stage(unit, case, stage, f"已确认上报承诺（{pledge_edition}版）")
    assert following is not None, "the employer's stage is never the last"
    unit.record(RegistrationReportedUp(str(case.number), following.kind, STAGE_WORDS[following.kind]), case)
    return case


@unit_of_work
async def decline_report_up(unit: Unit, *, id: int, version: int, reason: str) -> Registration:
    """Not reported up (不通过): back to the applicant with a reason; no refusal (D-16). It comes back to the employer."""
    case, stage = await _employers_turn(unit, id, version, "decline_report_up")
    move = await REGISTRATION.require(case, "decline_report_up", relations_to(case, unit.viewer, None))
    text = written(reason, "reason", LONGEST_REASON)
    if not text:
        wanted = f"1至{LONGEST_REASON}个字"
        raise Refused(InvalidField(path=("input", "reason"), message="请填写或选择退回理由", wanted=wanted))
    stage.opinion = text
    REGISTRATION.enter(case, move)
    await case.store("state")
    await stage.store("opinion")
    await pause_stage(unit, stage)
    unit.record(ReportUpDeclined(str(case.number)), case)
    return case


@unit_of_work
async def take_back_report_up(unit: Unit, *, id: int, version: int) -> Registration:
    """Until a reviewer has claimed it (D-14). :raises Refused: somebody has, or it was not reported up."""
    case = await for_change(Registration, visible_to(unit.viewer), id, version)
    await REGISTRATION.require(case, "take_back_report_up", relations_to(case, unit.viewer, None))
    stages = await to_be_taken_back(case)
    if stages is None:
        raise Refused(WrongState(message=TAKEN, event=await last_of(case)))
    await case.store()
    await take_back(unit, case, *stages)
    unit.record(ReportUpTakenBack(str(case.number)), case)
    return case


async def _employers_turn(
    unit: Unit, id: int, version: int, action: str
) -> tuple[Registration, RegistrationStage]:
    case = await for_change(Registration, visible_to(unit.viewer), id, version)
    await REGISTRATION.require(case, action, relations_to(case, unit.viewer, None))
    stage = await with_employer(case)
    if stage is None:
        raise Refused(WrongState(message=NOT_HERE, event=await last_of(case)))
    return case, stage
