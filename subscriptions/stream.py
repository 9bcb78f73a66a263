"""One subscriber's way through the journal: replay after a position, then live, in order, no gap, no duplicate.

A stream pulls. It holds at most a handful of entries, so that a slow client lags and nothing piles up; what it
yields was checked against the viewer's present rights just before. Once it has caught up it may `join` the hub,
which goes on from its position, and end.
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
from subscriptions.interest import EVERYTHING, Interest
from subscriptions.presence import Presence
from subscriptions.viewpoint import Viewpoint

PROGRESS_SECONDS = 15.0
EXAMINED_AT_ONCE = 200
CHECKED_AT_ONCE = 20

StillVisible = Callable[[Viewer, Collection[int]], Awaitable[Collection[int]]]
"""Which of these row keys may the viewer see now? Goes through the area's `visible_to`."""


@dataclass
class Live:
    """The live side of one process, shared by all its streams. `cursors` follow the journal's epoch and horizon."""

    feed: Feed
    presence: Presence
    cursors: Cursors
    progress_seconds: float = PROGRESS_SECONDS

    def left_behind(self, epoch: int, at: Position) -> bool:
        """Can what came after that position of that epoch no longer be told?"""
        return self.cursors.epoch != epoch or at < self.cursors.horizon


@dataclass(frozen=True)
class Resumed:
    """Where a subscriber stood that goes on by itself: it has been told it caught up, and who looks at the object."""

    at: Position
    epoch: int
    present: Sequence[Present] = ()


@dataclass
class Stream:
    """Entries that `interest` names and the viewer was told of and may still see.

    The viewer is the viewpoint's at the moment of delivery. `still_visible` is None where being told is enough.
    With `watched`, changes of who looks at that object are frames too. `join` is asked whenever nothing newer is
    there; it answers whether somebody else goes on from here.
    """

    live: Live
    viewpoint: Viewpoint
    at: Position
    interest: Interest = EVERYTHING
    still_visible: StillVisible | None = None
    watched: Subject | None = None
    resumed: Resumed | None = None
    join: Callable[[Resumed], bool] | None = None
    _bell: asyncio.Event = field(default_factory=asyncio.Event)
    _present: list[Present] = field(default_factory=list)
    _caught_up: bool = False
    _mark_at: float = 0.0

    def __post_init__(self) -> None:
        self._epoch = self.resumed.epoch if self.resumed else self.live.cursors.epoch
        if self.resumed:
            self.at, self._present, self._caught_up = self.resumed.at, list(self.resumed.present), True

    async def frames(self) -> AsyncGenerator[Frame, None]:
        """Frames until cancelled, joined, or until the journal's epoch or horizon leaves this stream behind.

        :raises Unauthenticated: the session has ended.
        A PROGRESS frame says when the replay is done, and then comes whenever nothing else did for a while.
        """
        self._postpone_mark()
        with self._listening():
            while not self.live.left_behind(self._epoch, self.at):
                self._bell.clear()
                await self.viewpoint.settled()
                self.viewpoint.now()
                page = await self.live.feed.after(self.at, EXAMINED_AT_ONCE)
                for group in _groups([entry for entry in page if entry in self.interest]):
                    await self.viewpoint.settled()
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
                if not page and self._joined():
                    return
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

    def _joined(self) -> bool:
        return self.join is not None and self.join(Resumed(self.at, self._epoch, self._present))

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
