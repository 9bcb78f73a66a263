"""The clock's work of registration, in batches: claims, deadlines, drafts, certificates."""

from collections.abc import Awaitable, Callable, Iterable
from datetime import timedelta
from typing import Any

import structlog
from tortoise.expressions import Q

from models.kernel.clock import now, today
from models.kernel.errors import Fault, Refused
from models.kernel.sweeps import sweep
from models.kernel.unit import Done
from models.kernel.viewer import SYSTEM_VIEWER
from models.kernel.workdays import work_calendar
from models.professions.shelf import SHELF, rulebook_on
from models.registration.credentials import Certificate
from models.registration.kinds import ClaimState, CredentialState, RegistrationState, StageState
from models.registration.stages import OPENED
from models.registration.steps.claiming import expire_claim
from models.registration.steps.clock import (
    a_year_ago,
    age_certificate,
    correction_over,
    lapse,
    pass_deadline,
)
from models.registration.steps.reminding import remind_of_expiry
from models.registration.tables import Registration, RegistrationStage, WorkItem
from models.registration.validity import IN_FORCE, REMINDERS

BATCH = 500
LONGEST_MONTH = 31

log = structlog.get_logger()


@sweep("expire_claims", timedelta(seconds=30))
async def expire_claims() -> int:
    """Put back every item whose lease is over; gives how many."""
    late = WorkItem.filter(state=ClaimState.HELD, held_until__lte=now())
    return await _each(
        await late.order_by("held_until", "id").limit(BATCH).values_list("id", flat=True), expire_claim
    )


@sweep("pass_deadlines", timedelta(minutes=1))
async def pass_deadlines() -> int:
    """Tell of every deadline that has passed, once; what counts as passed by law goes on. Gives how many."""
    late = RegistrationStage.filter(state__in=OPENED, due_at__lt=now(), escalated=False)
    return await _each(
        await late.order_by("due_at", "id").limit(BATCH).values_list("registration_id", flat=True),
        pass_deadline,
    )


@sweep("lapse_drafts", timedelta(hours=1))
async def lapse_drafts() -> int:
    """End drafts untouched for a year, and returned cases whose time to correct is over; gives how many."""
    old = Registration.filter(state=RegistrationState.DRAFT, updated_at__lt=a_year_ago())
    keys: list[Any] = list(await old.order_by("updated_at", "id").limit(BATCH).values_list("id", flat=True))
    paused = RegistrationStage.filter(state=StageState.PAUSED).order_by("paused_at", "id").limit(BATCH)
    calendar = await work_calendar()
    for stage in await paused.prefetch_related("registration"):
        if correction_over(stage.registration, stage, calendar):
            keys.append(stage.registration_id)
    return await _each(keys, lapse)


@sweep("expire_certificates", timedelta(minutes=10))
async def expire_certificates() -> int:
    """Record that certificates are in their renewal window, or expired; gives how many changed."""
    window = max(rulebook_on(profession).renewal_months for profession in SHELF)
    soon = today() + timedelta(days=window * LONGEST_MONTH)
    ended = Q(state__in=IN_FORCE, valid_until__lt=today())
    due = Certificate.filter(ended | Q(state=CredentialState.VALID, valid_until__lte=soon))
    return await _each(
        await due.order_by("valid_until", "id").limit(BATCH).values_list("id", flat=True), age_certificate
    )


@sweep("remind_of_expiry", timedelta(hours=1))
async def remind_holders() -> int:
    """Remind everybody whose certificate ends in 90, 60 or 30 days; gives how many."""
    day = today()
    due = [Q(valid_until__lte=day + timedelta(days=days)) & _not_reminded(days) for days in REMINDERS]
    waiting = Q(*due, join_type=Q.OR)
    rows = Certificate.filter(waiting, state__in=IN_FORCE, valid_until__gte=day)
    return await _each(
        await rows.order_by("valid_until", "id").limit(BATCH).values_list("id", flat=True), remind_of_expiry
    )


def _not_reminded(days: int) -> Q:
    return Q(reminded__isnull=True) | Q(reminded__gt=days)


async def _each(keys: Iterable[Any], step: Callable[..., Awaitable[Done[Any]]]) -> int:
    """Run the step on each row; one that cannot be done now is left for the next sweep."""
    changed = 0
    for key in keys:
        try:
            changed += (await step(SYSTEM_VIEWER, id=key)).value is not None
        except (Refused, Fault) as error:
            log.warning("sweep_left_row", step=getattr(step, "__name__", ""), key=key, reason=str(error))
    return changed
