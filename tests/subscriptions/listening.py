"""Listeners of the hub as tests need them: a stream until it has caught up, then the hub, and back when told to."""

import asyncio
from collections.abc import Sequence
from dataclasses import dataclass, field

from models.kernel.journal import Entry, Position
from subscriptions.frames import Frame, FrameKind, Subject
from subscriptions.hub import Hub
from subscriptions.interest import EVERYTHING, Interest
from subscriptions.members import Answer, Answered, Delivery, Member
from subscriptions.stream import Live, Resumed, Stream
from subscriptions.viewpoint import Viewpoint


@dataclass(frozen=True)
class Words:
    """What was asked; listeners with the same name ask the same."""

    key: str = "everything"
    interest: Interest = EVERYTHING


@dataclass
class Evaluating:
    """Gives each frame's kind and position, and counts how often it was asked; can be told to answer otherwise."""

    answer: Answer | None = None
    lots: list[int] = field(default_factory=list)
    gate: asyncio.Event = field(default_factory=asyncio.Event)
    """Cleared, an evaluation takes until it is set again."""

    def __post_init__(self) -> None:
        self.gate.set()

    async def __call__(self, deliveries: Sequence[Delivery]) -> list[list[Answered]]:
        self.lots.append(len(deliveries))
        await self.gate.wait()
        return [[Answered(self.answer or octets(one.frame), one.members)] for one in deliveries]


def octets(frame: Frame) -> bytes:
    return f"{frame.kind}:{frame.position.tx}:{frame.position.id}".encode()


@dataclass(eq=False)
class Listener:
    """One subscriber. `takes` is what its receiver answers: False, and the hub sends it away."""

    live: Live
    hub: Hub
    viewpoint: Viewpoint
    words: Words = field(default_factory=Words)
    watched: Subject | None = None
    takes: bool = True
    heard: list[bytes] = field(default_factory=list)
    times_left: int = 0
    times_joined: int = 0
    member: Member | None = None
    running: "asyncio.Task[None] | None" = None

    def begin(self, at: Position | None = None) -> "Listener":
        """Listen from a position; without one, from now."""
        self._run(self._stream(at or self.live.feed.head, None))
        return self

    def take(self, payload: bytes) -> bool:
        if self.takes:
            self.heard.append(payload)
        return self.takes

    def left(self, at: Resumed) -> None:
        self.times_left += 1
        self._run(self._stream(at.at, at))

    def leave(self) -> None:
        """Go away by itself and come back where it stood."""
        if self.member and not self.member.gone:
            self.left(self.hub.leave(self.member))

    @property
    def in_the_hub(self) -> bool:
        return self.member is not None and not self.member.gone

    @property
    def positions(self) -> list[Position]:
        """Of the events it was told."""
        parts = [one.decode().split(":") for one in self.heard]
        return [Position(int(tx), int(key)) for kind, tx, key in parts if kind == FrameKind.EVENT]

    @property
    def kinds(self) -> list[str]:
        return [one.decode().split(":")[0] for one in self.heard]

    def stop(self) -> None:
        if self.running:
            self.running.cancel()
        if self.member:
            self.hub.leave(self.member)

    def _stream(self, at: Position, resumed: Resumed | None) -> Stream:
        words, watched = self.words, self.watched
        return Stream(self.live, self.viewpoint, at, words.interest, watched=watched, resumed=resumed)

    def _run(self, stream: Stream) -> None:
        def join(at: Resumed) -> bool:
            member = Member(self.words, stream.viewpoint, self, at.at, at.epoch, stream.watched, at.present)
            if not self.hub.join(member):
                return False
            self.member, self.times_joined = member, self.times_joined + 1
            return True

        stream.join = join
        self.running = asyncio.create_task(self._pull(stream))

    async def _pull(self, stream: Stream) -> None:
        async for frame in stream.frames():
            self.heard.append(octets(frame))


def positions(entries: Sequence[Entry]) -> list[Position]:
    return [entry.position for entry in entries]
