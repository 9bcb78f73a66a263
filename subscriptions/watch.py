"""Listens to the journal for whatever ends a session or changes rights, and lets those viewers be read anew."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager

from models.authorities.tables import Reviewer, RoleGrant
from models.kernel.journal import Entry
from models.kernel.viewer import Viewer
from models.people.tables import Account, Session
from subscriptions.viewpoint import Viewpoint


class Watch:
    """All viewpoints of this process that last longer than a request."""

    def __init__(self) -> None:
        self._viewpoints: set[Viewpoint] = set()

    def __len__(self) -> int:
        return len(self._viewpoints)

    @contextmanager
    def over(self, viewpoint: Viewpoint) -> Iterator[Viewpoint]:
        """Keep a viewpoint true for as long as the block runs."""
        self._viewpoints.add(viewpoint)
        try:
            yield viewpoint
        finally:
            self._viewpoints.discard(viewpoint)
            viewpoint.close()

    def heard(self, entries: Sequence[Entry]) -> None:
        """To be given to Feed.on_entries."""
        for entry in entries:
            if entry.subject in _SUBJECTS:
                for viewpoint in self._viewpoints:
                    if _concerns(entry, viewpoint.viewer):
                        viewpoint.recheck()


_SUBJECTS = {Session.prefix, Account.prefix, Reviewer.prefix, RoleGrant.prefix}


def _concerns(entry: Entry, viewer: Viewer) -> bool:
    match entry.subject:
        case Session.prefix:
            return entry.subject_id == viewer.session_id
        case Account.prefix:
            return entry.subject_id == viewer.account_id
        case Reviewer.prefix:
            return entry.subject_id == viewer.reviewer_id
    return viewer.authority_id is not None and entry.audience.authority_id == viewer.authority_id
