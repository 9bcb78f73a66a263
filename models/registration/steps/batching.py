"""What reviewers do with a batch: lock, put a case off, report up, announce, cancel."""

from datetime import date

from models.kernel.clock import china_day
from models.kernel.errors import Forbidden, InvalidField, NotFound, Refused, UnmetRequirement
from models.kernel.rows import for_change, store_alike
from models.kernel.unit import Unit, unit_of_work
from models.registration.batches.case_events import RegistrationDeferred
from models.registration.batches.entering import SO, batch_phrase, enter_batch
from models.registration.batches.events import (
    BatchAnnounced,
    BatchCancelled,
    BatchEntryDeferred,
    BatchLocked,
    BatchReported,
)
from models.registration.batches.kinds import DEEDS, BatchEntryState, BatchKind
from models.registration.batches.opening import open_batch
from models.registration.batches.reads import relations_to_batch, visible_to
from models.registration.batches.rehearsal import problems_of
from models.registration.batches.tables import Batch, BatchEntry
from models.registration.batches.workflow import BATCH, ENTRY
from models.registration.four_eyes import require_stranger
from models.registration.steps.texts import LONGEST_REASON, written
from models.registration.tables import Registration, RegistrationStage
from models.registration.workflow import REGISTRATION

LONGEST_STAMP = 40
LONGEST_NOTICE = 2000
ERRORS_SHOWN = 20


@unit_of_work
async def lock_batch(unit: Unit, *, id: int, version: int) -> Batch:
    """Close the batch to further cases; from now on the next one takes them."""
    batch = await for_change(Batch, visible_to(unit.viewer), id, version)
    return await close(unit, batch)


@unit_of_work
async def defer_batch_entry(unit: Unit, *, id: int, version: int, entry_id: int, reason: str) -> Batch:
    """Put one case of a locked batch off to the next one. :raises NotFound: it does not wait in this batch."""
    batch = await for_change(Batch, visible_to(unit.viewer), id, version)
    await BATCH.require(batch, "defer_batch_entry", relations_to_batch(batch, unit.viewer))
    text = _given(reason, "reason", LONGEST_REASON, "请写明顺延的原因")
    entry = await BatchEntry.get_or_none(id=entry_id, batch_id=batch.id, state=BatchEntryState.WAITING)
    if entry is None:
        raise NotFound("这件申请不在本批次中，或已不待处理")
    await require_stranger(await Registration.get(id=entry.registration_id), unit.viewer.reviewer_id)
    following = await _moved(unit, entry, text)
    await batch.store()
    unit.record(BatchEntryDeferred(batch.number, entry.place, following.number), batch)
    return batch


@unit_of_work
async def report_batch(unit: Unit, *, id: int, version: int, stamp_number: str, stamped_on: date) -> Batch:
    """Report a stamped batch up: every case in it passes, five hundred in a unit of work, from now on.

    :raises Refused: an entry has an unmet requirement, or the stamp is not told.
    """
    batch = await _to_run(unit, id, version, BatchKind.FIRST_EXAMINATION, "report_batch")
    batch.stamp_number = _given(stamp_number, "stampNumber", LONGEST_STAMP, "请填写用印编号")
    if stamped_on > china_day(unit.now):
        raise Refused(
            InvalidField(
                path=("input", "stampedOn"),
                message="盖章日期不能晚于今天",
                received=stamped_on.isoformat(),
                wanted=f"不晚于{china_day(unit.now)}",
            )
        )
    batch.stamped_on = stamped_on
    await batch.store("state", "officer_id", "total", "stamp_number", "stamped_on")
    unit.record(BatchReported(batch.number, batch.total), batch)
    return batch


@unit_of_work
async def announce_batch(unit: Unit, *, id: int, version: int, notice: str) -> Batch:
    """Announce a batch: the notice is public at once, its people as they are carried out.

    :raises Refused: an entry has an unmet requirement, or there is no notice.
    """
    batch = await _to_run(unit, id, version, BatchKind.ANNOUNCEMENT, "announce_batch")
    batch.notice = _given(notice, "notice", LONGEST_NOTICE, "请填写公告文字")
    batch.announced_at = unit.now
    await batch.store("state", "officer_id", "total", "notice", "announced_at")
    unit.record(BatchAnnounced(batch.number, batch.total), batch)
    return batch


@unit_of_work
async def cancel_batch(unit: Unit, *, id: int, version: int, reason: str) -> Batch:
    """Give a batch up before it is locked: its cases go with the next one. By the head."""
    batch = await for_change(Batch, visible_to(unit.viewer), id, version)
    move = await BATCH.require(batch, "cancel_batch", relations_to_batch(batch, unit.viewer))
    batch.reason = _given(reason, "reason", LONGEST_REASON, "请写明取消的原因")
    BATCH.enter(batch, move)
    batch.slot = None
    await batch.store("state", "slot", "reason")
    waiting = await BatchEntry.filter(batch_id=batch.id, state=BatchEntryState.WAITING).order_by("place")
    following = await open_batch(unit, batch.kind, batch.authority_id, batch.profession)
    for entry in waiting:
        await _moved(unit, entry, batch.reason)
    unit.record(BatchCancelled(batch.number, len(waiting), following.number), batch)
    return batch


async def close(unit: Unit, batch: Batch) -> Batch:
    """Lock it, whoever may: its reviewers, or the clock on its date."""
    BATCH.enter(batch, await BATCH.require(batch, "lock_batch", relations_to_batch(batch, unit.viewer)))
    batch.slot = None
    await batch.store("state", "slot")
    entries = await BatchEntry.filter(batch_id=batch.id, state=BatchEntryState.WAITING).count()
    unit.record(BatchLocked(batch.number, entries), batch)
    return batch


async def _to_run(unit: Unit, id: int, version: int, kind: BatchKind, action: str) -> Batch:
    """The batch, entered into the state in which the clock carries it out; not yet stored."""
    batch = await for_change(Batch, visible_to(unit.viewer), id, version)
    if batch.kind is not kind:
        raise Forbidden(f"这是{DEEDS[batch.kind]}的批次，不能{DEEDS[kind]}")
    move = await BATCH.require(batch, action, relations_to_batch(batch, unit.viewer))
    await _refuse_problems(batch, unit.viewer.reviewer_id)
    BATCH.enter(batch, move)
    batch.officer_id = unit.viewer.reviewer_id
    batch.total = await BatchEntry.filter(batch_id=batch.id, state=BatchEntryState.WAITING).count()
    return batch


async def _refuse_problems(batch: Batch, reviewer_id: int | None) -> None:
    problems = await problems_of(batch, reviewer_id)
    if problems:
        raise Refused(
            *(
                UnmetRequirement(
                    message=f"第{problem.place}件（{problem.number}）：{finding.message}；请先退回、不予注册或顺延",
                    path=("input", "id"),
                    finding=finding,
                )
                for problem in problems[:ERRORS_SHOWN]
                for finding in problem.findings
            )
        )


async def _moved(unit: Unit, entry: BatchEntry, reason: str) -> Batch:
    """The entry's case, entered into the batch that takes cases now."""
    case = await Registration.filter(id=entry.registration_id).select_for_update().get()
    await REGISTRATION.require(case, "~defer", SO)
    ENTRY.enter(entry, await ENTRY.require(entry, "~defer", SO))
    entry.reason = reason
    await entry.store("state", "reason")
    following = await enter_batch(unit, case, await RegistrationStage.get(id=entry.stage_id))
    await store_alike([case])
    unit.record(RegistrationDeferred(str(case.number), batch_phrase(following)), case)
    return following


def _given(text: str, field: str, longest: int, missing: str) -> str:
    found = written(text, field, longest)
    if not found:
        raise Refused(
            InvalidField(
                path=("input", field), message=missing, received=text[:40], wanted=f"1至{longest}个字"
            )
        )
    return found
