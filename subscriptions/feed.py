"""The process's one reader of the journal: it keeps the newest entries and rings whoever waits for more.

A wake-up carries no data; one that is lost costs at most a polling interval. Nothing is queued per listener:
each has a position of its own and pulls, from the entries kept here or, when it is far behind, from the journal.
"""

import asyncio
import time
from bisect import bisect_right
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress

from models.kernel import journal
from models.kernel.journal import START, Entry, Position
from subscriptions.bells import Bell

POLL_SECONDS = 0.5
FIRST_RETRY_SECONDS, LONGEST_RETRY_SECONDS = 0.005, 0.1
"""Between two looks while there is something that may not be shown yet."""
PULLED_AT_ONCE = 500
KEPT_ENTRIES = 4096

Heard = Callable[[Sequence[Entry]], None]


class Feed:
    """Reads the journal once for all listeners of the process."""

    def __init__(self, poll_seconds: float = POLL_SECONDS, kept_entries: int = KEPT_ENTRIES) -> None:
        self.head: Position = START
        self.read_at = time.monotonic()
        """When the journal was last read to its end."""
        self._floor: Position = START
        self._recent: list[Entry] = []
        self._kept = kept_entries
        self.pace: Callable[[], float] = lambda: poll_seconds
        """Seconds between two looks when nothing wakes it: longer where wake-ups are known to come."""
        self._woken = asyncio.Event()
        self._pulling = asyncio.Lock()
        self._bells: set[Bell] = set()
        self._heard: list[Heard] = []

    async def start(self) -> None:
        """Stand at the end of the journal: what is before it is read on demand."""
        self.head = self._floor = await journal.head()

    async def run(self) -> None:
        """Follow the journal until cancelled."""
        hidden = False
        pause = FIRST_RETRY_SECONDS
        while True:
            await self._sleep(pause if hidden else self.pace())
            await self.pull()
            # On PostgreSQL an older transaction still running hides what was just committed: look again soon.
            hidden = await journal.unsettled(self.head)
            pause = min(pause * 2, LONGEST_RETRY_SECONDS) if hidden else FIRST_RETRY_SECONDS

    def wake(self) -> None:
        """Something was committed, perhaps."""
        self._woken.set()

    def on_entries(self, heard: Heard) -> None:
        """Show every entry to a listener that must not block."""
        self._heard.append(heard)

    async def pull(self) -> bool:
        """Read what is new; was there anything? Whoever calls while another reads goes on where that one stopped."""
        async with self._pulling:
            return await self._pull()

    async def _pull(self) -> bool:
        found = False
        while page := await journal.read_after(self.head, PULLED_AT_ONCE):
            found = True
            self._keep(page)
            for heard in self._heard:
                heard(page)
            for bell in self._bells:
                bell.set()
            if len(page) < PULLED_AT_ONCE:
                break
        self.read_at = time.monotonic()
        return found

    async def after(self, position: Position, limit: int) -> list[Entry]:
        """Up to `limit` entries after a position, in order; empty when there is nothing newer yet."""
        if position < self._floor:
            return await journal.read_after(position, limit)
        first = bisect_right(self._recent, position, key=lambda entry: entry.position)
        return self._recent[first : first + limit]

    @contextmanager
    def ringing(self, bell: Bell) -> Iterator[None]:
        """Ring the bell whenever the journal has grown."""
        self._bells.add(bell)
        try:
            yield
        finally:
            self._bells.discard(bell)

    @property
    def listeners(self) -> int:
        return len(self._bells)

    async def _sleep(self, seconds: float) -> None:
        with suppress(TimeoutError):
            await asyncio.wait_for(self._woken.wait(), seconds)
        self._woken.clear()

    def _keep(self, page: Sequence[Entry]) -> None:
        self._recent.extend(page)
        self.head = page[-1].position
        surplus = len(self._recent) - self._kept
        if surplus > self._kept:
            self._floor = self._recent[surplus - 1].position
            del self._recent[:surplus]
