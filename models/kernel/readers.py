"""Readers of the journal that do work for entries and must go on where they stood: their place is a row."""

from models.kernel.journal import START, Position
from models.kernel.tables import JournalReader
from models.kernel.unit import Unit, unit_of_work


async def place_of(name: str) -> Position:
    """Up to where the reader has done its work; the very beginning for a new one."""
    row = await JournalReader.get_or_none(name=name)
    return Position(row.tx, row.entry_id) if row else START


@unit_of_work
async def advance(unit: Unit, *, name: str, to: Position) -> None:
    """The reader has done everything up to there. A slower process never moves it back."""
    await move_on(name, to)


async def move_on(name: str, to: Position) -> bool:
    """Within the unit of work that does the work: both or neither. False: another process has been there already."""
    row = await JournalReader.filter(name=name).select_for_update().first()
    if row is None:
        await JournalReader.create(name=name, tx=to.tx, entry_id=to.id)
        return True
    ahead = Position(row.tx, row.entry_id) < to
    if ahead:
        await JournalReader.filter(name=name).update(tx=to.tx, entry_id=to.id)
    return ahead
