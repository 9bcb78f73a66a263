"""Who may see a journal entry: the same rule as a condition on rows and as a test of one entry."""

from tortoise.expressions import Q

from models.kernel.journal import Entry
from models.kernel.viewer import Viewer, ViewerKind

NOBODY = Q(id__in=[])


def entries_visible_to(viewer: Viewer) -> Q:
    """Condition on JournalRow: addressed to the viewer's person, employer or authority, or public."""
    match viewer.kind:
        case ViewerKind.PERSON:
            return Q(public=True) | Q(person_id=viewer.person_id)
        case ViewerKind.EMPLOYER:
            return Q(public=True) | Q(employer_id=viewer.employer_id)
        case ViewerKind.REVIEWER:
            return Q(public=True) | (Q(authority_id=viewer.authority_id) & _granted(viewer))
        case ViewerKind.ADMINISTRATOR | ViewerKind.SYSTEM:
            return Q()
    return Q(public=True)


def told(entry: Entry, viewer: Viewer) -> bool:
    """Is the viewer among those the entry was told to?"""
    audience = entry.audience
    match viewer.kind:
        case ViewerKind.PERSON:
            return entry.public or _same(audience.person_id, viewer.person_id)
        case ViewerKind.EMPLOYER:
            return entry.public or _same(audience.employer_id, viewer.employer_id)
        case ViewerKind.REVIEWER:
            return entry.public or (
                _same(audience.authority_id, viewer.authority_id)
                and any(
                    grant.profession == audience.profession and grant.covers(audience.region)
                    for grant in viewer.grants
                )
            )
        case ViewerKind.ADMINISTRATOR | ViewerKind.SYSTEM:
            return True
    return entry.public


def _granted(viewer: Viewer) -> Q:
    condition = NOBODY
    for grant in viewer.grants:
        wanted = Q(profession=grant.profession)
        if grant.regions:
            wanted &= Q(*(Q(region__startswith=prefix) for prefix in grant.regions), join_type=Q.OR)
        condition |= wanted
    return condition


def _same(told_id: int | None, own_id: int | None) -> bool:
    return told_id is not None and told_id == own_id
