"""How a case enters a batch and leaves it, as a consequence of its own moves, in the same unit of work."""

from tortoise.expressions import F

from models.kernel.unit import Unit
from models.registration.batches.kinds import DEEDS, KIND_OF_STAGE, BatchEntryState
from models.registration.batches.opening import open_batch
from models.registration.batches.tables import Batch, BatchEntry
from models.registration.batches.workflow import ENTRY
from models.registration.kinds import StageState
from models.registration.tables import Registration, RegistrationStage
from models.registration.workflow import Relation

SO = {Relation.CONSEQUENCE}


async def enter_batch(unit: Unit, case: Registration, stage: RegistrationStage) -> Batch:
    """Put the case into the batch that takes cases of its stage, authority and profession."""
    assert stage.authority_id is not None, "a stage that has opened has an authority"
    batch = await open_batch(unit, KIND_OF_STAGE[stage.kind], stage.authority_id, case.profession)
    await Batch.filter(id=batch.id).update(taken=F("taken") + 1)
    batch.taken += 1
    await BatchEntry.create(
        batch_id=batch.id,
        registration_id=case.id,
        stage_id=stage.id,
        place=batch.taken,
        applicant_id=case.applicant_id,
        registration_kind=case.kind,
        profession=case.profession,
        grade=case.grade,
        number=str(case.number),
        name=case.name or "",
        employer_name=case.employer_name or "",
        region=case.region or "",
    )
    return batch


async def leave_batch(stage: RegistrationStage) -> None:
    """Take the stage's case out of its batch: it was returned, or has ended."""
    entry = await waiting_entry(stage)
    if entry is None:
        return
    ENTRY.enter(entry, await ENTRY.require(entry, "~drop", SO))
    await entry.store("state")


async def waiting_entry(stage: RegistrationStage) -> BatchEntry | None:
    """The stage's entry that waits for its batch, locked."""
    waiting = BatchEntry.filter(stage_id=stage.id, state=BatchEntryState.WAITING)
    return await waiting.select_for_update().first()


async def batch_words(stage: RegistrationStage | None) -> str:
    """（列入批次2026-03，2026年3月16日上报）, for the event of a case whose stage waits for a batch; else nothing."""
    if stage is None or stage.state is not StageState.BATCHED:
        return ""
    entry = await BatchEntry.filter(stage_id=stage.id, state=BatchEntryState.WAITING).first()
    assert entry is not None, "a stage that waits for a batch has an entry"
    return f"（{batch_phrase(await Batch.get(id=entry.batch_id))}）"


def batch_phrase(batch: Batch) -> str:
    """列入批次2026-03，2026年3月16日上报."""
    day = batch.day
    return f"列入批次{batch.number}，{day.year}年{day.month}月{day.day}日{DEEDS[batch.kind]}"
