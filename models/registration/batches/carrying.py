"""Entries of a batch carried out: each case passes its stage, many in one unit of work."""

from collections.abc import Sequence

from models.kernel.rows import store_alike
from models.kernel.unit import Unit
from models.registration.batches.entering import SO, batch_words
from models.registration.batches.kinds import BATCH_KIND_WORDS, BatchEntryState
from models.registration.batches.tables import Batch, BatchEntry
from models.registration.batches.workflow import ENTRY
from models.registration.events import StagePassed
from models.registration.stages_together import Passing, pass_stages, passing
from models.registration.tables import Registration
from models.registration.words import STAGE_WORDS
from models.registration.workflow import REGISTRATION


async def carry(unit: Unit, batch: Batch, most: int) -> int:
    """Carry out the first waiting entries of a locked batch, at most so many; gives how many."""
    entries, cases = await _locked(batch, most)
    if not entries:
        return 0
    for entry in entries:
        ENTRY.enter(entry, await ENTRY.require(entry, "~carry_out", SO))
    await store_alike(entries, "state")
    found = await passing([cases[entry.registration_id] for entry in entries])
    for one in found:
        await REGISTRATION.require(one.case, "~pass_batch", SO)
    await store_alike([one.case for one in found])
    await pass_stages(unit, found, batch.officer_id)
    for one in found:
        unit.record(await _said(one, batch), one.case)
    return len(entries)


async def _locked(batch: Batch, most: int) -> tuple[Sequence[BatchEntry], dict[int, Registration]]:
    """The next entries and their cases. These are locked first, as every step on a case does; then the entries are
    read again, for a case may have left the batch while it was waited for."""
    waiting = BatchEntry.filter(batch_id=batch.id, state=BatchEntryState.WAITING)
    near = await waiting.order_by("place").limit(most).values_list("id", "registration_id")
    found = Registration.filter(id__in=[case for _, case in near]).order_by("id").select_for_update()
    cases = {row.id: row for row in await found}
    return await waiting.filter(id__in=[key for key, _ in near]).order_by("place"), cases


async def _said(one: Passing, batch: Batch) -> StagePassed:
    return StagePassed(
        one.stage.kind,
        STAGE_WORDS[one.stage.kind],
        one.following.kind,
        STAGE_WORDS[one.following.kind],
        f"（{BATCH_KIND_WORDS[batch.kind]}批次{batch.number}）",
        await batch_words(one.following),
    )
