"""The inbox of a viewer: what the journal told them and is worth a message, less what was read."""

from collections.abc import Sequence

from tortoise.expressions import Q, Subquery

from models.kernel.events import EVENTS, Told
from models.kernel.tables import JournalRow
from models.kernel.viewer import Viewer, ViewerKind
from models.notices.tables import ReadMark

NOTHING = Q(id__in=[])
ON_DUTY = ("HEAD", "DECIDER")
"""Roles that answer for their authority's work: what is overdue, and what waits for a second decision."""


def visible_to(viewer: Viewer) -> Q:
    """Entries that notify and were told to this person or employer; to whoever answers for an authority's work, what
    is told on duty of the profession and region. Never what only the public was told.
    """
    match viewer.kind:
        case ViewerKind.PERSON if viewer.person_id:
            return Q(notifies=True, person_id=viewer.person_id)
        case ViewerKind.EMPLOYER if viewer.employer_id:
            return Q(notifies=True, employer_id=viewer.employer_id)
        case ViewerKind.REVIEWER if viewer.authority_id:
            return _on_duty(viewer)
    return NOTHING


def _on_duty(viewer: Viewer) -> Q:
    wanted = [
        Q(profession=grant.profession)
        & Q(*(Q(region__startswith=region) for region in grant.regions), join_type=Q.OR)
        for grant in viewer.grants
        if grant.role in ON_DUTY
    ]
    if not wanted:
        return NOTHING
    names = sorted(name for name, event in EVENTS.items() if Told.DUTY in event.told)
    own = Q(notifies=True, authority_id=viewer.authority_id, name__in=names)
    return own & Q(*wanted, join_type=Q.OR)


def unread(viewer: Viewer) -> Q:
    """Those of the viewer's entries that have not been read."""
    return visible_to(viewer) & ~read_by(viewer)


def read_by(viewer: Viewer) -> Q:
    """Entries that the viewer's account has read."""
    marked = ReadMark.filter(account_id=viewer.account_id or 0).values("entry_id")
    return Q(id__in=Subquery(marked))


async def unread_count(viewer: Viewer) -> int:
    """How many messages wait."""
    return await JournalRow.filter(unread(viewer)).count()


async def are_read(viewer: Viewer, rows: Sequence[JournalRow]) -> list[bool]:
    """For each of these entries: has the viewer's account read it?"""
    marks = ReadMark.filter(account_id=viewer.account_id or 0, entry_id__in=[row.id for row in rows])
    read = set(await marks.values_list("entry_id", flat=True))
    return [row.id in read for row in rows]
