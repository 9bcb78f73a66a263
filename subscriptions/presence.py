"""Who looks at what just now. It lives in memory, ends by itself, and never enters the journal."""

import asyncio
from collections import defaultdict
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from models.kernel.clock import now
from subscriptions.frames import Present, Subject

PRESENT_SECONDS = 40.0
"""Whoever has not said so again within this time has gone."""


@dataclass
class _Guest:
    present: Present
    leaves: asyncio.TimerHandle


class Presence:
    """The people at each object. `who` is any stable key of the person (an account)."""

    def __init__(self, present_seconds: float = PRESENT_SECONDS) -> None:
        self._seconds = present_seconds
        self._guests: defaultdict[Subject, dict[int, _Guest]] = defaultdict(dict)
        self._bells: defaultdict[Subject, set[asyncio.Event]] = defaultdict(set)

    def touch(self, subject: Subject, who: int, label: str, *, editing: bool) -> list[Present]:
        """Say that somebody is (still) there; gives everybody who is."""
        guests = self._guests[subject]
        before = guests.get(who)
        if before:
            before.leaves.cancel()
        since = before.present.since if before else now()
        leaves = asyncio.get_running_loop().call_later(self._seconds, self.leave, subject, who)
        guests[who] = _Guest(Present(label, editing, since), leaves)
        if before is None or before.present != guests[who].present:
            self._ring(subject)
        return self.at(subject)

    def leave(self, subject: Subject, who: int) -> None:
        guest = self._guests[subject].pop(who, None)
        if guest:
            guest.leaves.cancel()
            self._ring(subject)
        if not self._guests[subject]:
            del self._guests[subject]

    def at(self, subject: Subject) -> list[Present]:
        """Everybody at the object, who came first first."""
        guests = self._guests.get(subject, {})
        return sorted((guest.present for guest in guests.values()), key=lambda present: present.since)

    @contextmanager
    def ringing(self, subject: Subject, bell: asyncio.Event) -> Iterator[None]:
        """Ring the bell whenever somebody comes, goes or begins to edit."""
        self._bells[subject].add(bell)
        try:
            yield
        finally:
            self._bells[subject].discard(bell)
            if not self._bells[subject]:
                del self._bells[subject]

    def _ring(self, subject: Subject) -> None:
        for bell in self._bells.get(subject, ()):
            bell.set()
