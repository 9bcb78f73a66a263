"""One subscriber's way through the journal: replay after a position, then live, in order, no gap, no duplicate.

A stream pulls. It holds at most a handful of entries, so that a slow client lags and nothing piles up; what it
yields was checked against the viewer's present rights just before.
"""

import asyncio
from collections.abc import AsyncGenerator, Awaitable, Callable, Collection, Iterator, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field

from models.kernel.audience import told
from models.kernel.cursor import Cursors
from models.kernel.journal import Entry, Position
from models.kernel.viewer import Viewer
from subscriptions.feed import Feed
from subscriptions.frames import Frame, FrameKind, Present, Subject
from subscriptions.presence import Presence
from subscriptions.viewpoint import Viewpoint

PROGRESS_SECONDS = 15.0
EXAMINED_AT_ONCE = 200
CHECKED_AT_ONCE = 20

StillVisible = Callable[[Viewer, Collection[int]], Awaitable[Collection[int]]]
"""Which of these row keys may the viewer see now? Goes through the area's `visible_to`."""


def anything(entry: Entry) -> bool:
    return True


@dataclass
class Live:
    """The live side of one process, shared by all its streams. `cursors` follow the journal's epoch and horizon."""

    feed: Feed
    presence: Presence
    cursors: Cursors
    progress_seconds: float = PROGRESS_SECONDS


@dataclass
class Stream:
    """Entries that `wants` asks for and the viewer was told of and may still see.

    The viewer is the viewpoint's at the moment of delivery. `still_visible` is None where being told is enough.
    With `watched`, changes of who looks at that object are frames too.
    """

    live: Live
    viewpoint: Viewpoint
    at: Position
    wants: Callable[[Entry], bool] = anything
    still_visible: StillVisible | None = None
    watched: Subject | None = None
    _bell: asyncio.Event = field(default_factory=asyncio.Event)
    _present: list[Present] = field(default_factory=list)
    _caught_up: bool = False
    _mark_at: float = 0.0

    async def frames(self) -> AsyncGenerator[Frame, None]:
        """Frames until cancelled, or until the journal's epoch or horizon leaves this stream behind.

        :raises Unauthenticated: the session has ended.
        A PROGRESS frame says when the replay is done, and then comes whenever nothing else did for a while.
        """
        epoch = self.live.cursors.epoch
        self._postpone_mark()
        with self._listening():
            while not self._left_behind(epoch):
                self._bell.clear()
                self.viewpoint.now()
                page = await self.live.feed.after(self.at, EXAMINED_AT_ONCE)
                for group in _groups([entry for entry in page if self.wants(entry)]):
                    for entry in await self._allowed(group):
                        self.at = entry.position
                        self._postpone_mark()
                        yield Frame(FrameKind.EVENT, self.at, entry, (entry.subject, entry.subject_id))
                if page:
                    self.at = page[-1].position
                elif self._presence_changed():
                    yield Frame(FrameKind.PRESENCE, self.at, subject=self.watched)
                if self._mark_due(caught_up=not page):
                    self._postpone_mark()
                    yield Frame(FrameKind.PROGRESS, self.at)
                await (asyncio.sleep(0) if page else self._bell_or_mark())
        yield Frame(FrameKind.RESYNC_REQUIRED, self.live.feed.head)

    async def _allowed(self, entries: list[Entry]) -> list[Entry]:
        viewer = self.viewpoint.now()
        mine = [entry for entry in entries if told(entry, viewer)]
        if not mine or self.still_visible is None:
            return mine
        visible = await self.still_visible(viewer, {entry.subject_id for entry in mine})
        return [entry for entry in mine if entry.subject_id in visible]

    @contextmanager
    def _listening(self) -> Iterator[None]:
        with ExitStack() as stack:
            stack.enter_context(self.live.feed.ringing(self._bell))
            stack.enter_context(self.viewpoint.ringing(self._bell))
            if self.watched:
                stack.enter_context(self.live.presence.ringing(self.watched, self._bell))
            yield

    def _presence_changed(self) -> bool:
        if self.watched is None:
            return False
        before, self._present = self._present, self.live.presence.at(self.watched)
        return before != self._present

    def _left_behind(self, epoch: int) -> bool:
        cursors = self.live.cursors
        return cursors.epoch != epoch or self.at < cursors.horizon

    def _mark_due(self, *, caught_up: bool) -> bool:
        replayed = caught_up and not self._caught_up
        self._caught_up = self._caught_up or caught_up
        return replayed or asyncio.get_running_loop().time() >= self._mark_at

    def _postpone_mark(self) -> None:
        self._mark_at = asyncio.get_running_loop().time() + self.live.progress_seconds

    async def _bell_or_mark(self) -> None:
        try:
            async with asyncio.timeout_at(self._mark_at):
                await self._bell.wait()
        except TimeoutError:
            return


def _groups(entries: Sequence[Entry]) -> Iterator[list[Entry]]:
    for first in range(0, len(entries), CHECKED_AT_ONCE):
        yield list(entries[first : first + CHECKED_AT_ONCE])
