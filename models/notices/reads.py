"""The inbox of a viewer: what the journal told them and is worth a message, newest first, less what was read."""

from tortoise.expressions import Q, Subquery

from models.kernel.journal import Position
from models.kernel.tables import JournalRow
from models.kernel.viewer import Viewer, ViewerKind
from models.notices.tables import ReadMark, ReadThrough

NOTHING = Q(id__in=[])


def visible_to(viewer: Viewer) -> Q:
    """Entries that notify and were told to this person or employer; never what only the public was told."""
    match viewer.kind:
        case ViewerKind.PERSON if viewer.person_id:
            return Q(notifies=True, person_id=viewer.person_id)
        case ViewerKind.EMPLOYER if viewer.employer_id:
            return Q(notifies=True, employer_id=viewer.employer_id)
    return NOTHING


async def unread(viewer: Viewer) -> Q:
    """Condition on the viewer's entries that have not been read."""
    through = await read_through(viewer)
    later = Q(tx__gt=through.tx) | Q(tx=through.tx, id__gt=through.id)
    marked = ReadMark.filter(account_id=viewer.account_id or 0).values("entry_id")
    return visible_to(viewer) & later & ~Q(id__in=Subquery(marked))


async def unread_count(viewer: Viewer) -> int:
    """How many messages wait."""
    return await JournalRow.filter(await unread(viewer)).count()


async def read_among(viewer: Viewer, entries: list[JournalRow]) -> set[int]:
    """Keys of those of these entries that the viewer's account has read."""
    through = await read_through(viewer)
    keys = [entry.id for entry in entries]
    marks = ReadMark.filter(account_id=viewer.account_id or 0, entry_id__in=keys)
    marked = set(await marks.values_list("entry_id", flat=True))
    return {entry.id for entry in entries if entry.id in marked or Position(entry.tx, entry.id) <= through}


async def read_through(viewer: Viewer) -> Position:
    """Up to where the viewer's account has read everything; the beginning when it never said so."""
    row = await ReadThrough.get_or_none(account_id=viewer.account_id or 0)
    return Position(row.tx, row.entry_id) if row else Position(0, 0)
