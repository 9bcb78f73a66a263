"""The next batch of a place: the one that takes cases now, or, where none is open, the date on which one will go."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from typing import NamedTuple

from tortoise.expressions import Q

from models.authorities.kinds import Profession
from models.kernel.clock import today
from models.kernel.statements import picked
from models.kernel.workdays import work_calendar
from models.registration.batches.dates import batch_date_for, begins, rest_word
from models.registration.batches.kinds import BatchKind, BatchState
from models.registration.batches.tables import Batch


class Place(NamedTuple):
    """What a batch is one of."""

    kind: BatchKind
    authority_id: int
    profession: str


@dataclass(frozen=True)
class UpcomingBatch:
    """When the next batch goes. `number`: once it takes cases; `entered`: the case that was asked about is in it."""

    kind: BatchKind
    profession: Profession
    day: date
    lock_at: datetime
    postponed_from: date | None = None
    postponed_reason: str | None = None
    number: str | None = None
    entered: bool = False


async def upcoming_batches(places: Iterable[Place], after: date | None = None) -> dict[Place, UpcomingBatch]:
    """For cases that are ready on a day, today if none is given."""
    wanted, day = list(dict.fromkeys(places)), after or today()
    if not wanted:
        return {}
    to_come = Q(day__gt=day) | Q(slot__isnull=False)
    rows = await picked(Batch, to_come, among=("authority_id", [one.authority_id for one in wanted]))
    return {
        place: await _upcoming(place, [row for row in rows if _at(row) == place], day) for place in wanted
    }


def of_batch(row: Batch, *, entered: bool = False) -> UpcomingBatch:
    return UpcomingBatch(
        row.kind,
        Profession(row.profession),
        row.day,
        row.lock_at,
        row.postponed_from,
        row.postponed_reason,
        row.number,
        entered,
    )


async def _upcoming(place: Place, rows: list[Batch], day: date) -> UpcomingBatch:
    opened = next((row for row in rows if row.state is BatchState.OPEN and row.day > day), None)
    if opened:
        return of_batch(opened)
    taken = max((row.day for row in rows), default=None)
    found = batch_date_for(taken, day, await work_calendar())
    return UpcomingBatch(
        place.kind,
        Profession(place.profession),
        found.day,
        begins(found.day),
        found.postponed_from,
        await rest_word(found.nominal) if found.postponed_from else None,
    )


def _at(row: Batch) -> Place:
    return Place(row.kind, row.authority_id, row.profession)
