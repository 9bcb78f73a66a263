"""Who may see a journal entry: one rule as a condition on rows, as a test of one entry, and as keys to look up."""

from collections.abc import Callable
from typing import Any

from tortoise.expressions import Q

from models.kernel.journal import Entry
from models.kernel.viewer import Viewer, ViewerKind

NOBODY = Q(id__in=[])
SEE_ALL = frozenset({ViewerKind.ADMINISTRATOR, ViewerKind.SYSTEM})

Key = tuple[Any, ...]
"""Something that entries and viewers have in common: listeners are looked up by it instead of asked one by one."""
History = Callable[[Viewer], Q]
may_read_history: list[History] = []
"""Conditions on JournalRow: entries about objects that a viewer has to judge, told to whomever. Each area enters its
own; live feeds go by what was told alone."""
PUBLIC: Key = (ViewerKind.PUBLIC,)
EVERYTHING: Key = (ViewerKind.SYSTEM,)
ACCOUNT = "account"
"""Begins the key of one account, of whatever kind."""


def entries_visible_to(viewer: Viewer) -> Q:
    """Condition on JournalRow: addressed to the viewer's person, employer, authority or account, or public."""
    if viewer.kind in SEE_ALL:
        return Q()
    return Q(public=True) | _addressed(viewer) | _to_account(viewer)


def histories_visible_to(viewer: Viewer) -> Q:
    """Condition on JournalRow: what the viewer was told, and the histories of what is in front of them."""
    condition = entries_visible_to(viewer)
    for history in may_read_history:
        condition |= history(viewer)
    return condition


def _addressed(viewer: Viewer) -> Q:
    match viewer.kind:
        case ViewerKind.PERSON:
            return Q(person_id=viewer.person_id)
        case ViewerKind.EMPLOYER:
            return Q(employer_id=viewer.employer_id)
        case ViewerKind.REVIEWER:
            return Q(authority_id=viewer.authority_id) & _granted(viewer)
    return NOBODY


def _to_account(viewer: Viewer) -> Q:
    return Q(account_id=viewer.account_id) if viewer.account_id is not None else NOBODY


def told(entry: Entry, viewer: Viewer) -> bool:
    """Is the viewer among those the entry was told to?"""
    if entry.public or viewer.kind in SEE_ALL or _same(entry.audience.account_id, viewer.account_id):
        return True
    audience = entry.audience
    match viewer.kind:
        case ViewerKind.PERSON:
            return _same(audience.person_id, viewer.person_id)
        case ViewerKind.EMPLOYER:
            return _same(audience.employer_id, viewer.employer_id)
        case ViewerKind.REVIEWER:
            return _same(audience.authority_id, viewer.authority_id) and any(
                grant.profession == audience.profession and grant.covers(audience.region)
                for grant in viewer.grants
            )
    return False


def keys_of(entry: Entry) -> list[Key]:
    """Keys under which the entry's listeners are found: `told` holds for exactly the viewers who hold one of them."""
    audience = entry.audience
    keys: list[Key] = [EVERYTHING]
    if entry.public:
        keys.append(PUBLIC)
    if audience.account_id is not None:
        keys.append((ACCOUNT, audience.account_id))
    if audience.person_id is not None:
        keys.append((ViewerKind.PERSON, audience.person_id))
    if audience.employer_id is not None:
        keys.append((ViewerKind.EMPLOYER, audience.employer_id))
    if audience.authority_id is not None:
        region = audience.region or ""
        keys += [
            (ViewerKind.REVIEWER, audience.authority_id, audience.profession, region[:length])
            for length in range(len(region) + 1)
        ]
    return keys


def keys_held(viewer: Viewer) -> frozenset[Key]:
    """The keys under which this viewer is found."""
    if viewer.kind in SEE_ALL:
        return frozenset({EVERYTHING})
    own = {(ACCOUNT, viewer.account_id)} if viewer.account_id is not None else set()
    return frozenset({PUBLIC, *own, *_keys_by_kind(viewer)})


def _keys_by_kind(viewer: Viewer) -> list[Key]:
    match viewer.kind:
        case ViewerKind.PERSON if viewer.person_id is not None:
            return [(ViewerKind.PERSON, viewer.person_id)]
        case ViewerKind.EMPLOYER if viewer.employer_id is not None:
            return [(ViewerKind.EMPLOYER, viewer.employer_id)]
        case ViewerKind.REVIEWER if viewer.authority_id is not None:
            return [
                (ViewerKind.REVIEWER, viewer.authority_id, grant.profession, region)
                for grant in viewer.grants
                for region in grant.regions or ("",)
            ]
    return []


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
