"""Who looks at what just now. It lives in memory, ends by itself, and never enters the journal.

What other processes know is learned now and then (subscriptions/sharing.py); who looks from here is known at once.
"""

import asyncio
from collections import defaultdict
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime, timedelta

from models.kernel.clock import now
from subscriptions.bells import Bell
from subscriptions.frames import Present, Subject

PRESENT_SECONDS = 40.0
"""Whoever has not said so again within this time has gone."""


@dataclass(frozen=True, slots=True)
class Guest:
    """Somebody at an object as processes tell each other; gone at `until` (aware) unless told again."""

    subject: Subject
    who: int
    present: Present
    until: datetime


@dataclass
class _Guest:
    present: Present
    leaves: asyncio.TimerHandle


class Presence:
    """The people at each object. `who` is any stable key of the person (an account)."""

    def __init__(self, present_seconds: float = PRESENT_SECONDS) -> None:
        self._seconds = present_seconds
        self._guests: defaultdict[Subject, dict[int, _Guest]] = defaultdict(dict)
        self._elsewhere: dict[Subject, dict[int, Guest]] = {}
        self.untold: dict[tuple[Subject, int], Guest] = {}
        """Who came or stayed here and was not told to other processes yet."""
        self.on_touch = asyncio.Event()
        self._bells: defaultdict[Subject, set[Bell]] = defaultdict(set)

    def touch(self, subject: Subject, who: int, label: str, *, editing: bool) -> list[Present]:
        """Say that somebody is (still) there; gives everybody who is."""
        guests = self._guests[subject]
        before = guests.get(who)
        if before:
            before.leaves.cancel()
        since = before.present.since if before else now()
        leaves = asyncio.get_running_loop().call_later(self._seconds, self.leave, subject, who)
        guests[who] = _Guest(Present(label, editing, since), leaves)
        until = now() + timedelta(seconds=self._seconds)
        self.untold[subject, who] = Guest(subject, who, guests[who].present, until)
        self.on_touch.set()
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
        there = {who: guest.present for who, guest in self._elsewhere.get(subject, {}).items()}
        there |= {who: guest.present for who, guest in self._guests.get(subject, {}).items()}
        return sorted(there.values(), key=lambda present: present.since)

    def learn(self, guests: Iterable[Guest]) -> None:
        """Everybody whom any process knows of, as just read; rings where that is news."""
        before, self._elsewhere = self._elsewhere, {}
        for guest in guests:
            self._elsewhere.setdefault(guest.subject, {})[guest.who] = guest
        for subject in before.keys() | self._elsewhere.keys():
            if _shown(before.get(subject)) != _shown(self._elsewhere.get(subject)):
                self._ring(subject)

    @contextmanager
    def ringing(self, subject: Subject, bell: Bell) -> Iterator[None]:
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


def _shown(guests: dict[int, Guest] | None) -> dict[int, Present]:
    return {who: guest.present for who, guest in (guests or {}).items()}
