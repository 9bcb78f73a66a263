"""The one batch that takes cases, per kind, authority and profession: found, or opened with its date."""

from models.authorities.tables import Authority
from models.kernel.clock import china_day
from models.kernel.unit import Unit
from models.kernel.workdays import work_calendar
from models.registration.batches.dates import batch_date_for, begins, rest_word
from models.registration.batches.events import BatchOpened
from models.registration.batches.kinds import BATCH_KIND_WORDS, DEEDS, BatchKind
from models.registration.batches.tables import Batch
from models.registration.numbers import next_value


async def open_batch(unit: Unit, kind: BatchKind, authority_id: int, profession: str) -> Batch:
    """The batch that takes cases now, locked: nobody closes it while a case enters."""
    slot = f"{kind}:{authority_id}:{profession}"
    found = await Batch.filter(slot=slot).select_for_update().first()
    if found is not None:
        return found
    row = await _next(unit, kind, authority_id, profession, slot)
    await Batch.bulk_create([row], ignore_conflicts=True)
    opened = await Batch.filter(slot=slot).select_for_update().get()
    if opened.number == row.number:
        unit.record(_opened(opened), opened)
    return opened


def postponed_words(batch: Batch) -> str:
    """（原定10月1日，国庆节顺延）, or nothing."""
    day = batch.postponed_from
    return f"（原定{day.month}月{day.day}日，{batch.postponed_reason}顺延）" if day else ""


async def _next(unit: Unit, kind: BatchKind, authority_id: int, profession: str, slot: str) -> Batch:
    """A batch for the first date that is to come and that no earlier batch of the kind has had."""
    authority = await Authority.get(id=authority_id)
    own = Batch.filter(kind=kind, authority_id=authority_id, profession=profession)
    last = await own.order_by("-day").first()
    calendar = await work_calendar()
    found = batch_date_for(last.day if last else None, china_day(unit.now), calendar)
    serial = await next_value(f"batch:{slot}:{found.day.year}")
    return Batch(
        kind=kind,
        slot=slot,
        number=f"{found.day.year}-{serial:02d}",
        profession=profession,
        region=authority.region_code or "",
        authority_id=authority_id,
        day=found.day,
        postponed_from=found.postponed_from,
        postponed_reason=await rest_word(found.nominal) if found.postponed_from else None,
        lock_at=begins(found.day),
    )


def _opened(batch: Batch) -> BatchOpened:
    return BatchOpened(
        BATCH_KIND_WORDS[batch.kind],
        batch.number,
        batch.day.isoformat(),
        DEEDS[batch.kind],
        postponed_words(batch),
    )
