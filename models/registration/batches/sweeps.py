"""The clock's work of batches: open the next ones, lock those whose date has come, carry out what is running."""

import asyncio
from collections.abc import Iterable
from datetime import timedelta

import structlog

from models.authorities.tables import Authority
from models.kernel.clock import now
from models.kernel.errors import Fault, Refused
from models.kernel.sweeps import sweep
from models.kernel.viewer import SYSTEM_VIEWER
from models.professions.rulebook import KindForm, RouteStep
from models.professions.shelf import SHELF, rulebook_on
from models.registration.batches.kinds import KIND_OF_STAGE, BatchKind, BatchState
from models.registration.batches.tables import Batch
from models.registration.steps.batch_clock import begin_batch, carry_batch, lock_due_batch

AT_ONCE = 100
BREATH_SECONDS = 0.05
"""Between two parts of a batch, so that whoever waits for the writer has a turn."""

log = structlog.get_logger("batches")


@sweep("open_batches", timedelta(minutes=10))
async def open_batches() -> int:
    """A batch that takes cases for every authority whose routes have one; gives how many were looked at."""
    wanted = [
        (step, authority, profession.value)
        for profession in SHELF
        for step in _batched(rulebook_on(profession).forms.values())
        for authority in await Authority.all()
        if profession in authority.professions and step.stage in authority.stages
    ]
    for step, authority, profession in wanted:
        kind = KIND_OF_STAGE[step.stage]
        if not await _takes(kind, authority.id, profession):
            await begin_batch(SYSTEM_VIEWER, kind=kind, authority_id=authority.id, profession=profession)
    return len(wanted)


@sweep("lock_batches", timedelta(minutes=1))
async def lock_batches() -> int:
    """Lock every batch whose date has come; gives how many changed."""
    due = Batch.filter(state=BatchState.OPEN, lock_at__lte=now()).order_by("lock_at", "id").limit(AT_ONCE)
    changed = 0
    for key in await due.values_list("id", flat=True):
        try:
            changed += (await lock_due_batch(SYSTEM_VIEWER, id=int(str(key)))).value is not None
        except (Refused, Fault) as error:
            log.warning("batch not locked", batch=key, reason=str(error))
    return changed


@sweep("run_batches", timedelta(seconds=2))
async def run_batches() -> int:
    """Carry out every running batch to its end, from where it stands; gives how many parts were done."""
    parts = 0
    running = Batch.filter(state=BatchState.RUNNING).order_by("id")
    for key in await running.values_list("id", flat=True):
        batch = (await carry_batch(SYSTEM_VIEWER, id=int(str(key)))).value
        parts += 1
        while batch is not None and batch.state is BatchState.RUNNING:
            await asyncio.sleep(BREATH_SECONDS)
            batch = (await carry_batch(SYSTEM_VIEWER, id=batch.id)).value
            parts += 1
    return parts


def _batched(forms: Iterable[KindForm]) -> list[RouteStep]:
    """The batched stages of a rulebook, each once."""
    steps = [step for form in forms for step in form.route if step.batched]
    return list({step.stage: step for step in steps}.values())


async def _takes(kind: BatchKind, authority_id: int, profession: str) -> bool:
    return await Batch.filter(
        kind=kind, authority_id=authority_id, profession=profession, state=BatchState.OPEN
    ).exists()
