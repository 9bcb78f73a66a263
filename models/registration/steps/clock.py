"""What the clock does to one row: a deadline that passes, a draft that lapses, a certificate that expires.

Each looks again under its lock, so that two servers sweeping at once do everything once.
"""

from datetime import datetime, timedelta

from tortoise.expressions import Q

from models.authorities.kinds import Profession
from models.kernel.clock import china_day, now
from models.kernel.rows import for_change
from models.kernel.unit import Unit, unit_of_work
from models.kernel.workdays import WorkCalendar, work_calendar
from models.professions.shelf import rulebook_on
from models.registration.batches.entering import batch_words
from models.registration.credentials import Certificate, CertificateLabel, Seal
from models.registration.events import (
    CertificateExpired,
    CertificateExpiring,
    DeadlinePassed,
    RegistrationLapsed,
    StagePassed,
)
from models.registration.gather import book_of
from models.registration.kinds import CredentialState, RegistrationState, StageState
from models.registration.stages import OPENED, pass_stage, route_step, stage_with, stop_stages
from models.registration.steps.filing import erase
from models.registration.tables import Registration, RegistrationStage
from models.registration.validity import IN_FORCE, present_state, renewal_opens_on
from models.registration.words import STAGE_WORDS
from models.registration.workflow import CREDENTIAL, REGISTRATION, Relation

DRAFT_YEARS = 1
"""A draft that nobody touched for so long lapses."""
DEEMED = "（逾期未告知，视为通过）"
CLOCK = {Relation.CLOCK}
SAFE_DAY = 28
"""A day that every month has."""


@unit_of_work
async def pass_deadline(unit: Unit, *, id: int) -> Registration | None:
    """The open stage's time is over: deemed passed where the law says so, else told to whoever is responsible."""
    case = await for_change(Registration, Q(), id)
    stage = await stage_with(case, *OPENED)
    if stage is None or stage.due_at is None or stage.due_at >= unit.now or stage.escalated:
        return None
    if route_step(case, stage).deemed_passed:
        return await _deem_passed(unit, case, stage)
    await REGISTRATION.require(case, "~escalate", CLOCK)
    stage.escalated = True
    await stage.store("escalated")
    await case.store()
    due = china_day(stage.due_at).isoformat()
    unit.record(DeadlinePassed(str(case.number), stage.kind, STAGE_WORDS[stage.kind], due), case)
    return case


@unit_of_work
async def lapse(unit: Unit, *, id: int) -> Registration | None:
    """End a draft that was forgotten, or a returned case that was not corrected in time."""
    case = await for_change(Registration, Q(), id)
    move = await REGISTRATION.require(case, "~lapse", CLOCK)
    if case.state is RegistrationState.DRAFT:
        if case.updated_at >= a_year_ago():
            return None
        REGISTRATION.enter(case, move)
        await erase(case)
        unit.record(RegistrationLapsed("草稿", f"{DRAFT_YEARS}年没有改动"), case)
        return case
    stage = await stage_with(case, StageState.PAUSED)
    if stage is None or not correction_over(case, stage, await work_calendar()):
        return None
    REGISTRATION.enter(case, move)
    await case.store("state")
    await stop_stages(unit, case)
    unit.record(RegistrationLapsed(f"申请{case.number}", "没有在规定时间内补正"), case)
    return case


@unit_of_work
async def age_certificate(unit: Unit, *, id: int) -> Certificate | None:
    """Record what the calendar has made of a certificate and its seals."""
    row = await for_change(Certificate, Q(), id)
    months = rulebook_on(Profession(row.profession)).renewal_months
    state = present_state(row.state, row.valid_until, months, china_day(unit.now))
    if state is row.state:
        return None
    until = row.valid_until.isoformat()
    expired = state is CredentialState.EXPIRED
    CREDENTIAL.enter(row, await CREDENTIAL.require(row, "~expire" if expired else "~expiring", CLOCK))
    row.state_since = (
        row.valid_until + timedelta(days=1) if expired else renewal_opens_on(row.valid_until, months)
    )
    await row.store("state", "state_since")
    own = {"certificate_id": row.id, "state__in": IN_FORCE}
    for thing in [*await Seal.filter(**own), *await CertificateLabel.filter(**own)]:
        CREDENTIAL.enter(thing, await CREDENTIAL.require(thing, "~expire" if expired else "~expiring", CLOCK))
        await thing.store("state")
    unit.record(
        CertificateExpired(row.number, until) if expired else CertificateExpiring(row.number, until), row
    )
    return row


async def _deem_passed(unit: Unit, case: Registration, stage: RegistrationStage) -> Registration:
    await REGISTRATION.require(case, "~deem_passed", CLOCK)
    await case.store()
    following = await pass_stage(unit, case, stage, DEEMED.strip("（）"))
    assert following is not None, "a stage that is deemed passed is not the last"
    words = STAGE_WORDS[stage.kind], STAGE_WORDS[following.kind]
    batch = await batch_words(following)
    unit.record(StagePassed(stage.kind, words[0], following.kind, words[1], DEEMED, batch), case)
    return case


def correction_over(case: Registration, stage: RegistrationStage, calendar: WorkCalendar) -> bool:
    if stage.paused_at is None:
        return False
    return now() > calendar.deadline(stage.paused_at, book_of(case).correction_workdays)


def a_year_ago() -> datetime:
    moment = now()
    return moment.replace(year=moment.year - DRAFT_YEARS, day=min(moment.day, SAFE_DAY))
