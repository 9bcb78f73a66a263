"""What the clock does with batches: opens them, locks them on their date, carries them out part by part."""

from tortoise.expressions import Q

from models.kernel.rows import for_change
from models.kernel.unit import Unit, unit_of_work
from models.kernel.workdays import work_calendar
from models.registration.batches.carrying import carry
from models.registration.batches.dates import begins, rest_word
from models.registration.batches.events import (
    AnnouncementCompleted,
    BatchCarried,
    BatchFinished,
    BatchPostponed,
)
from models.registration.batches.kinds import BatchKind, BatchState
from models.registration.batches.opening import open_batch
from models.registration.batches.reads import relations_to_batch
from models.registration.batches.tables import Batch
from models.registration.batches.workflow import BATCH
from models.registration.steps.batching import close

ENTRIES_AT_ONCE = 500


@unit_of_work
async def begin_batch(unit: Unit, *, kind: BatchKind, authority_id: int, profession: str) -> Batch:
    """See to it that a batch takes cases."""
    return await open_batch(unit, kind, authority_id, profession)


@unit_of_work
async def lock_due_batch(unit: Unit, *, id: int) -> Batch | None:
    """Lock a batch whose date has come, or move the date on when that day is no longer worked."""
    batch = await for_change(Batch, Q(), id)
    if batch.state is not BatchState.OPEN or batch.lock_at > unit.now:
        return None
    calendar = await work_calendar()
    if calendar.works(batch.day):
        return await close(unit, batch)
    await BATCH.require(batch, "~postpone", relations_to_batch(batch, unit.viewer))
    batch.postponed_from = batch.postponed_from or batch.day
    batch.postponed_reason = await rest_word(batch.day)
    batch.day = calendar.next_workday(batch.day)
    batch.lock_at = begins(batch.day)
    await batch.store("day", "postponed_from", "postponed_reason", "lock_at")
    unit.record(BatchPostponed(batch.number, batch.day.isoformat(), batch.postponed_reason), batch)
    return batch


@unit_of_work
async def carry_batch(unit: Unit, *, id: int, most: int = ENTRIES_AT_ONCE) -> Batch | None:
    """Carry out the next entries of a running batch; after the last one it is done. None: it is not running.

    Entry and case change in this one transaction, so that whoever is killed leaves the rest waiting and nothing twice.
    """
    batch = await for_change(Batch, Q(), id)
    if batch.state is not BatchState.RUNNING:
        return None
    relations = relations_to_batch(batch, unit.viewer)
    done = await carry(unit, batch, most)
    batch.carried += done
    if done == most:
        await BATCH.require(batch, "~carry", relations)
        await batch.store("carried")
        unit.record(BatchCarried(batch.number, batch.carried, batch.total), batch)
        return batch
    BATCH.enter(batch, await BATCH.require(batch, "~finish", relations))
    await batch.store("state", "carried")
    unit.record(BatchFinished(batch.number, batch.carried), batch)
    if batch.kind is BatchKind.ANNOUNCEMENT:
        unit.record(AnnouncementCompleted(batch.number, batch.carried), batch)
    return batch
