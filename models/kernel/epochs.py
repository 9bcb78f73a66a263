"""Which journal this is: its epoch, and the horizon before which cursors can no longer be replayed."""

from dataclasses import dataclass
from datetime import timedelta

from models.kernel.journal import Position
from models.kernel.tables import JournalEpoch, JournalRow
from models.kernel.unit import Unit, unit_of_work


@dataclass(frozen=True, slots=True)
class Epoch:
    """An epoch is the second in which it began, so that a restored copy never repeats one."""

    number: int
    horizon: Position


async def current_epoch() -> Epoch | None:
    """The epoch that cursors belong to; None before the first one was begun."""
    row = await JournalEpoch.all().order_by("-epoch").first()
    return Epoch(row.epoch, Position(row.horizon_tx, row.horizon_id)) if row else None


@unit_of_work
async def begin_epoch(unit: Unit, *, only_first: bool = False) -> int:
    """Refuse all cursors handed out so far; gives the new epoch. With `only_first` an existing one stays."""
    latest = await JournalEpoch.all().order_by("-epoch").first()
    if latest and only_first:
        return int(latest.epoch)
    epoch = max(int(unit.now.timestamp()), latest.epoch + 1 if latest else 0)
    await JournalEpoch.create(epoch=epoch, started_at=unit.now)
    return epoch


@unit_of_work
async def move_horizon(unit: Unit, *, keep: timedelta) -> Position | None:
    """Let cursors older than `keep` be answered with a resync; gives the new horizon. Entries stay where they are."""
    latest = await JournalEpoch.all().order_by("-epoch").first()
    last = await JournalRow.filter(at__lt=unit.now - keep).order_by("-tx", "-id").first()
    if (
        latest is None
        or last is None
        or Position(last.tx, last.id) <= Position(latest.horizon_tx, latest.horizon_id)
    ):
        return None
    await JournalEpoch.filter(id=latest.id).update(horizon_tx=last.tx, horizon_id=last.id)
    return Position(last.tx, last.id)
