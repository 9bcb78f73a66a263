"""How far the loading of the demonstration has come, by the journal."""

from api.demo.events import DemonstrationBegun, DemonstrationLoaded
from models.kernel.tables import JournalRow


async def is_loaded() -> bool:
    """Everything is there."""
    return await JournalRow.filter(name=DemonstrationLoaded.name()).exists()


async def was_begun() -> bool:
    """It was begun at some time, whatever came of it."""
    return await JournalRow.filter(name=DemonstrationBegun.name()).exists()
