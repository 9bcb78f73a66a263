"""What everybody reads of announcements, page by page: the batches, and their people."""

from tortoise.expressions import Q

from models.kernel.viewer import PUBLIC_VIEWER
from models.registration.batches.reads import ANNOUNCED, announced_to, people_matching
from models.registration.batches.tables import Batch, BatchEntry


async def announcements(count: int, before: Batch | None = None) -> list[Batch]:
    """Up to `count` announced batches, the newest first, or those older than another one."""
    found = Batch.filter(ANNOUNCED)
    if before is not None:
        found = found.filter(Q(day__lt=before.day) | Q(day=before.day, id__lt=before.id))
    return await found.order_by("-day", "-id").limit(count).select_related("authority")


async def announcement(key: int) -> Batch | None:
    """One of them; None where it is not announced."""
    return await Batch.filter(ANNOUNCED, id=key).select_related("authority").first()


async def people(batch: Batch, text: str, count: int, after: int = 0) -> list[BatchEntry]:
    """Up to `count` people of a batch that a text finds, in the order of the list, after a place."""
    found = BatchEntry.filter(announced_to(PUBLIC_VIEWER), batch_id=batch.id, place__gt=after)
    return await (found.filter(people_matching(text)) if text else found).order_by("place").limit(count)


async def found_people(text: str, count: int) -> list[BatchEntry]:
    """Up to `count` people of any announcement that a text finds, the newest first."""
    found = BatchEntry.filter(announced_to(PUBLIC_VIEWER), people_matching(text))
    return await found.order_by("-id").limit(count).select_related("batch")


async def counted(batch: Batch) -> int:
    return await BatchEntry.filter(announced_to(PUBLIC_VIEWER), batch_id=batch.id).count()
