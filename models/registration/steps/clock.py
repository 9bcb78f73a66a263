"""What the clock does: claims that end, deadlines that pass, drafts that lapse, certificates that expire.

Each row is one unit of work that looks again under its lock, so that two servers sweeping at once, or a
sweep cut short and begun again, do everything once.
"""

from collections.abc import Awaitable, Callable, Iterable
from datetime import datetime, timedelta
from typing import Any

import structlog
from tortoise.expressions import Q

from models.authorities.kinds import Profession
from models.kernel.clock import china_day, now, today
from models.kernel.errors import Fault, Refused
from models.kernel.rows import for_change
from models.kernel.unit import Done, Unit, unit_of_work
from models.kernel.viewer import SYSTEM_VIEWER
from models.kernel.workdays import WorkCalendar, work_calendar
from models.professions.shelf import SHELF, rulebook_on
from models.registration.credentials import Certificate, Seal
from models.registration.events import (
    CertificateExpired,
    CertificateExpiring,
    DeadlinePassed,
    RegistrationLapsed,
    StagePassed,
)
from models.registration.gather import book_of
from models.registration.kinds import ClaimState, CredentialState, RegistrationState, StageState
from models.registration.stages import OPENED, pass_stage, route_step, stage_with, stop_stages
from models.registration.steps.claiming import expire_claim
from models.registration.steps.filing import erase
from models.registration.tables import Registration, RegistrationStage, WorkItem
from models.registration.validity import present_state, renewal_opens_on
from models.registration.words import STAGE_WORDS
from models.registration.workflow import CREDENTIAL, REGISTRATION, Relation

BATCH = 500
DRAFT_YEARS = 1
"""A draft that nobody touched for so long lapses."""
DEEMED = "（逾期未告知，视为通过）"
CLOCK = {Relation.CLOCK}
IN_FORCE = (CredentialState.VALID, CredentialState.EXPIRING)
LONGEST_MONTH = 31
SAFE_DAY = 28
"""A day that every month has."""

log = structlog.get_logger()


async def expire_claims() -> int:
    """Put back every item whose lease is over; gives how many."""
    late = WorkItem.filter(state=ClaimState.HELD, held_until__lte=now())
    return await _each(
        await late.order_by("held_until", "id").limit(BATCH).values_list("id", flat=True), expire_claim
    )


async def pass_deadlines() -> int:
    """Tell of every deadline that has passed, once; what counts as passed by law goes on. Gives how many."""
    late = RegistrationStage.filter(state__in=OPENED, due_at__lt=now(), escalated=False)
    return await _each(
        await late.order_by("due_at", "id").limit(BATCH).values_list("registration_id", flat=True),
        pass_deadline,
    )


async def lapse_drafts() -> int:
    """End drafts untouched for a year, and returned cases whose time to correct is over; gives how many."""
    old = Registration.filter(state=RegistrationState.DRAFT, updated_at__lt=_a_year_ago())
    keys: list[Any] = list(await old.order_by("updated_at", "id").limit(BATCH).values_list("id", flat=True))
    paused = RegistrationStage.filter(state=StageState.PAUSED).order_by("paused_at", "id").limit(BATCH)
    calendar = await work_calendar()
    for stage in await paused.prefetch_related("registration"):
        if _correction_over(stage.registration, stage, calendar):
            keys.append(stage.registration_id)
    return await _each(keys, lapse)


async def expire_certificates() -> int:
    """Record that certificates are in their renewal window, or expired; gives how many changed."""
    window = max(rulebook_on(profession).renewal_months for profession in SHELF)
    soon = today() + timedelta(days=window * LONGEST_MONTH)
    ended = Q(state__in=IN_FORCE, valid_until__lt=today())
    due = Certificate.filter(ended | Q(state=CredentialState.VALID, valid_until__lte=soon))
    return await _each(
        await due.order_by("valid_until", "id").limit(BATCH).values_list("id", flat=True), age_certificate
    )


SWEEPS: tuple[Callable[[], Awaitable[int]], ...] = (
    expire_claims,
    pass_deadlines,
    lapse_drafts,
    expire_certificates,
)
"""What the service runs again and again."""


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
        if case.updated_at >= _a_year_ago():
            return None
        REGISTRATION.enter(case, move)
        await erase(case)
        unit.record(RegistrationLapsed("草稿", f"{DRAFT_YEARS}年没有改动"), case)
        return case
    stage = await stage_with(case, StageState.PAUSED)
    if stage is None or not _correction_over(case, stage, await work_calendar()):
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
    for seal in await Seal.filter(certificate_id=row.id, state__in=IN_FORCE):
        CREDENTIAL.enter(seal, await CREDENTIAL.require(seal, "~expire" if expired else "~expiring", CLOCK))
        await seal.store("state")
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
    unit.record(StagePassed(stage.kind, words[0], following.kind, words[1], DEEMED), case)
    return case


def _correction_over(case: Registration, stage: RegistrationStage, calendar: WorkCalendar) -> bool:
    if stage.paused_at is None:
        return False
    return now() > calendar.deadline(stage.paused_at, book_of(case).correction_workdays)


def _a_year_ago() -> datetime:
    moment = now()
    return moment.replace(year=moment.year - DRAFT_YEARS, day=min(moment.day, SAFE_DAY))


async def _each(keys: Iterable[Any], step: Callable[..., Awaitable[Done[Any]]]) -> int:
    """Run the step on each row; one that cannot be done now is left for the next sweep."""
    changed = 0
    for key in keys:
        try:
            changed += (await step(SYSTEM_VIEWER, id=key)).value is not None
        except (Refused, Fault) as error:
            log.warning("sweep_left_row", step=getattr(step, "__name__", ""), key=key, reason=str(error))
    return changed
