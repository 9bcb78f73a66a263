"""Subscribers who have caught up share one reader: each entry is looked at once, evaluated once, and handed to all.

The hub follows the feed as one more listener. Whoever it cannot serve as the others (a viewer that changed, a
socket that is full, another epoch, an evaluation that has to fail) leaves and goes on with a stream of its own.
"""

import asyncio
from collections.abc import Awaitable, Callable, Iterable, Iterator, Sequence

import structlog

from models.kernel.journal import START, Entry, Position
from subscriptions.frames import Frame, FrameKind
from subscriptions.members import Answer, Answered, Delivery, Member, Members, Payload
from subscriptions.stream import Live, Resumed
from subscriptions.watchers import Watchers
from subscriptions.wheel import Wheel

PULLED_AT_ONCE = 500
EVALUATED_AT_ONCE = 5_000
"""Frames of one lot."""
HANDED_OVER_AT_ONCE = 1_000
"""After so many frames whatever else the process does gets its turn."""
SLOTS_PER_MARK = 15
log = structlog.get_logger("hub")


Evaluate = Callable[[Sequence[Delivery]], Awaitable[Sequence[Sequence[Answered]]]]
"""For each delivery what its members are given, all of them, made with their present rights."""


class Hub:
    """Of one process. `at` is the end of what is being delivered, `done` of what has been."""

    def __init__(self, live: Live, evaluate: Evaluate) -> None:
        self.at: Position = START
        self.done: Position = START
        self._live = live
        self._evaluate = evaluate
        self._members = Members()
        self._watchers = Watchers(live.presence, self._wake)
        self._marks: Wheel[Member] = Wheel(self._mark, live.progress_seconds / SLOTS_PER_MARK)
        self._woken = asyncio.Event()
        self._epoch: int | None = None
        """None while nobody is served."""
        self._changed: dict[Member, None] = {}
        self._due: list[Member] = []
        self._frames = 0

    def __len__(self) -> int:
        return len(self._members)

    def frames_since(self) -> int:
        """How many frames were handed over since this was last asked."""
        frames, self._frames = self._frames, 0
        return frames

    def join(self, member: Member) -> bool:
        """Serve a subscriber from its position on, unless what lies between was already handed out."""
        if member.epoch != self._epoch or member.at < self.at or not member.as_before:
            return False
        member.changed = self._note_change
        member.heard_at = asyncio.get_running_loop().time()
        self._members.add(member)
        self._watchers.add(member)
        member.viewpoint.listen(member)
        self._wait_for_mark(member)
        return True

    def leave(self, member: Member) -> Resumed:
        """Serve it no longer; gives where it stands."""
        at = Resumed(max(member.at, self.done), member.epoch, member.present)
        if not member.gone:
            member.changed = None
            self._marks.drop(member.slot, member)
            self._members.remove(member)
            self._watchers.remove(member)
            member.viewpoint.unlisten(member)
        return at

    async def run(self) -> None:
        """Serve until cancelled. After a failure everybody goes on alone, and may join again."""
        self.at = self.done = self._live.feed.head
        self._epoch = self._live.cursors.epoch
        try:
            with self._live.feed.ringing(self._woken):
                while True:
                    await self._woken.wait()
                    self._woken.clear()
                    await self.turn()
        finally:
            self._epoch = None
            self._send_away(self._members.all())
            self._marks.stop()

    async def turn(self) -> None:
        """Everything that is there to deliver now."""
        await self._follow_changes()
        while page := await self._live.feed.after(self.at, PULLED_AT_ONCE):
            await self._deliver_page(page)
            await self._follow_changes()
        await self._deliver(self._watchers.news(self.at))
        await self._deliver_marks()

    async def _deliver_page(self, page: Sequence[Entry]) -> None:
        self.at = page[-1].position
        lot: list[Delivery] = []
        frames = 0
        for entry in page:
            for delivery in self._deliveries(entry):
                lot.append(delivery)
                frames += len(delivery.members)
            if frames >= EVALUATED_AT_ONCE:
                await self._deliver(lot)
                lot, frames, self.done = [], 0, entry.position
                await self._follow_changes()
        await self._deliver(lot)
        self.done = self.at

    def _deliveries(self, entry: Entry) -> Iterator[Delivery]:
        frame = Frame(FrameKind.EVENT, entry.position, entry, (entry.subject, entry.subject_id))
        for group, members in self._members.told(entry):
            yield Delivery(group.asked, frame, members)

    async def _deliver(self, lot: Sequence[Delivery]) -> None:
        if not lot:
            return
        try:
            answers = await self._evaluate(lot)
        except Exception:
            log.exception("evaluation failed", deliveries=len(lot))
            answers = [[Answered(Answer.ALONE, one.members)] for one in lot]
        now = asyncio.get_running_loop().time()
        waiting = 0
        for delivery, answered in zip(lot, answers, strict=True):
            for payload, members in answered:
                for first in range(0, len(members), HANDED_OVER_AT_ONCE):
                    some = members[first : first + HANDED_OVER_AT_ONCE]
                    self._hand_over(delivery.frame.position, some, payload, now)
                    waiting += len(some)
                    if waiting >= HANDED_OVER_AT_ONCE:
                        waiting = 0
                        await asyncio.sleep(0)

    def _hand_over(self, position: Position, members: Sequence[Member], payload: Payload, now: float) -> None:
        self._frames += len(members)
        shown = payload if isinstance(payload, bytes) else None
        for member in members:
            if member.changed is None:
                continue
            if self._changed and not member.as_before:  # every change is noted there before it is followed
                self._send_away([member])
            elif shown is not None and member.receiver.take(shown):
                member.at = position
                member.heard_at = now
            elif payload is not Answer.HIDDEN:
                self._send_away([member])

    def _send_away(self, members: Iterable[Member]) -> None:
        for member in members:
            member.receiver.left(self.leave(member))

    def _wake(self) -> None:
        self._woken.set()

    def _note_change(self, member: Member) -> None:
        self._changed[member] = None
        self._woken.set()

    async def _follow_changes(self) -> None:
        """Whose rights are being read anew is waited for, so that nothing is delivered by old ones."""
        while self._changed:
            changed, self._changed = list(self._changed), {}
            await asyncio.gather(*(member.viewpoint.settled() for member in changed))
            self._send_away(one for one in changed if not one.gone and not one.as_before)
        if self._epoch is None or self._live.left_behind(self._epoch, self.at):
            self._epoch = self._live.cursors.epoch
            self._send_away(self._members.all())

    def _wait_for_mark(self, member: Member) -> None:
        member.slot = self._marks.at(member.heard_at + self._live.progress_seconds, member)

    def _mark(self, member: Member) -> None:
        self._due.append(member)
        self._woken.set()

    async def _deliver_marks(self) -> None:
        waited, self._due = [one for one in self._due if not one.gone], []
        latest = asyncio.get_running_loop().time() - self._live.progress_seconds
        frame = Frame(FrameKind.PROGRESS, self.at)
        by_asked: dict[int, list[Member]] = {}
        for member in waited:
            if member.heard_at <= latest and member.at <= self.at:
                by_asked.setdefault(id(member.asked), []).append(member)
        await self._deliver([Delivery(members[0].asked, frame, members) for members in by_asked.values()])
        for member in waited:
            if not member.gone:
                self._wait_for_mark(member)
