"""Listens to the journal for whatever ends a session or changes rights, and lets those viewers be read anew."""

from collections.abc import Iterable, Iterator, Sequence
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
        self._by_id: dict[tuple[str, int | None], set[Viewpoint]] = {}
        """By session and by account, which a viewpoint never changes: signing in and out happens all the time."""

    def __len__(self) -> int:
        return len(self._viewpoints)

    @contextmanager
    def over(self, viewpoint: Viewpoint) -> Iterator[Viewpoint]:
        """Keep a viewpoint true for as long as the block runs."""
        self.add(viewpoint)
        try:
            yield viewpoint
        finally:
            self.discard(viewpoint)

    def add(self, viewpoint: Viewpoint) -> None:
        """Keep a viewpoint true until it is discarded."""
        self._viewpoints.add(viewpoint)
        for key in _ids(viewpoint.viewer):
            self._by_id.setdefault(key, set()).add(viewpoint)

    def discard(self, viewpoint: Viewpoint) -> None:
        self._viewpoints.discard(viewpoint)
        for key in _ids(viewpoint.viewer):
            held = self._by_id.get(key, set())
            held.discard(viewpoint)
            if not held:
                self._by_id.pop(key, None)
        viewpoint.close()

    def heard(self, entries: Sequence[Entry]) -> None:
        """To be given to Feed.on_entries."""
        for entry in entries:
            for viewpoint in tuple(self._concerned(entry)):
                viewpoint.recheck()

    def _concerned(self, entry: Entry) -> Iterable[Viewpoint]:
        match entry.subject:
            case Session.prefix | Account.prefix:
                return self._by_id.get((entry.subject, entry.subject_id), ())
            case Reviewer.prefix:
                return (one for one in self._viewpoints if one.viewer.reviewer_id == entry.subject_id)
            case RoleGrant.prefix if entry.audience.authority_id is not None:
                told = entry.audience.authority_id
                return (one for one in self._viewpoints if one.viewer.authority_id == told)
        return ()


def _ids(viewer: Viewer) -> tuple[tuple[str, int | None], ...]:
    return (Session.prefix, viewer.session_id), (Account.prefix, viewer.account_id)
