"""Whose session, account, post or roles an entry is about is asked for anew, and nobody else."""

from datetime import UTC, datetime

from models.kernel.events import Audience
from models.kernel.journal import START, Entry
from models.kernel.viewer import PUBLIC_VIEWER, Viewer, ViewerKind
from subscriptions.viewpoint import SignedIn, Viewpoint
from subscriptions.watch import Watch


class Looking(Viewpoint):
    """Counts how often it is asked for anew."""

    def __init__(self, viewer: Viewer) -> None:
        super().__init__(SignedIn(viewer))
        self.asked = 0

    def recheck(self) -> None:
        self.asked += 1


def entry(subject: str, key: int, authority: int | None = None) -> Entry:
    at, audience = datetime(2026, 1, 1, tzinfo=UTC), Audience(authority_id=authority)
    return Entry(START, at, "X", subject, key, 1, "SYSTEM", None, None, audience, False, False, {})


def test_each_kind_of_entry_asks_for_those_it_concerns() -> None:
    mine = Looking(Viewer(ViewerKind.REVIEWER, 1, session_id=11, reviewer_id=21, authority_id=31))
    same_account = Looking(Viewer(ViewerKind.REVIEWER, 1, session_id=12, reviewer_id=21, authority_id=31))
    colleague = Looking(Viewer(ViewerKind.REVIEWER, 2, session_id=13, reviewer_id=22, authority_id=31))
    stranger, nobody = (
        Looking(Viewer(ViewerKind.PERSON, 3, session_id=14, person_id=1)),
        Looking(PUBLIC_VIEWER),
    )
    everybody = [mine, same_account, colleague, stranger, nobody]
    watch = Watch()
    for one in everybody:
        watch.add(one)
    for about, concerned in (
        (entry("ses", 11), [mine]),
        (entry("acc", 1), [mine, same_account]),
        (entry("rev", 21), [mine, same_account]),
        (entry("gra", 99, authority=31), [mine, same_account, colleague]),
        (entry("gra", 99), []),
        (entry("reg", 11), []),
    ):
        watch.heard([about])
        assert [one for one in everybody if one.asked] == concerned, about
        for one in everybody:
            one.asked = 0
    watch.discard(mine)
    watch.heard([entry("acc", 1), entry("ses", 11)])
    assert [one for one in everybody if one.asked] == [same_account]
    assert len(watch) == 4
