"""Subscribers that the hub serves, grouped by what they asked, and found by whom an entry is told to."""

from collections.abc import Callable, Collection, Hashable, Iterable, Sequence
from dataclasses import dataclass, field
from enum import Enum
from typing import NamedTuple, Protocol

from models.kernel.audience import Key, keys_held, keys_of
from models.kernel.journal import Entry, Position
from models.kernel.viewer import Viewer
from subscriptions.frames import Frame, Present, Subject
from subscriptions.interest import Interest, Topic, topics_of
from subscriptions.stream import Resumed
from subscriptions.viewpoint import Viewpoint


class Asked(Protocol):
    """What a group of subscribers asked for in the same words; whoever evaluates it knows more of it."""

    @property
    def key(self) -> Hashable: ...

    @property
    def interest(self) -> Interest: ...


class Receiver(Protocol):
    """Where a subscriber's frames go."""

    def take(self, payload: bytes) -> bool:
        """Pass it on at once, without waiting; False when it was not taken, because too much waits already."""

    def left(self, at: Resumed) -> None:
        """The hub serves this subscriber no longer: it goes on by itself from there."""


@dataclass(eq=False, slots=True)
class Member:
    """One subscriber in the hub. `at`: it was told, or need not be told, everything up to there."""

    asked: Asked
    viewpoint: Viewpoint
    receiver: Receiver
    at: Position
    epoch: int
    watched: Subject | None = None
    present: Sequence[Present] = ()
    viewer: Viewer = field(init=False)
    keys: Collection[Key] = field(init=False)
    sight: object = None
    """Equal to another member's: whatever was ever read of viewers for what they asked is equal in both."""
    sighted: int = -1
    """Of how many facts."""
    heard_at: float = 0.0
    slot: int = 0
    """Where on the wheel it waits for its mark."""
    changed: "Callable[[Member], None] | None" = None
    """Where a change of the viewer is told; None once the member is gone."""

    def __post_init__(self) -> None:
        self.viewer = self.viewpoint.viewer
        self.keys = keys_held(self.viewer)

    @property
    def gone(self) -> bool:
        return self.changed is None

    @property
    def as_before(self) -> bool:
        """Is the viewer still the one that the hub knows?"""
        viewpoint = self.viewpoint
        same = viewpoint.viewer is self.viewer or viewpoint.viewer == self.viewer
        return same and not viewpoint.ended

    def set(self) -> None:
        """The viewpoint's bell."""
        if self.changed:
            self.changed(self)


@dataclass(eq=False, slots=True)
class Group:
    """Subscribers who asked the same, by the keys their viewers hold."""

    asked: Asked
    by_key: dict[Key, dict[Member, None]] = field(default_factory=dict)
    size: int = 0

    def add(self, member: Member) -> None:
        self.size += 1
        for key in member.keys:
            self.by_key.setdefault(key, {})[member] = None

    def remove(self, member: Member) -> None:
        self.size -= 1
        for key in member.keys:
            held = self.by_key[key]
            del held[member]
            if not held:
                del self.by_key[key]

    def told(self, entry: Entry) -> list[Member]:
        """Whoever the entry is told to and does not know it yet, each once."""
        position = entry.position
        found: dict[Member, None] = {}
        for key in keys_of(entry):
            members = self.by_key.get(key)
            if members:
                found = {**found, **members} if found else members
        return [member for member in found if member.at < position]


class Members:
    """All members, by topic and group."""

    def __init__(self) -> None:
        self._groups: dict[Hashable, Group] = {}
        self._by_topic: dict[Topic, dict[Group, None]] = {}

    def __len__(self) -> int:
        return sum(group.size for group in self._groups.values())

    def add(self, member: Member) -> None:
        group = self._groups.get(member.asked.key)
        if group is None:
            group = self._groups[member.asked.key] = Group(member.asked)
            for topic in group.asked.interest.topics:
                self._by_topic.setdefault(topic, {})[group] = None
        member.asked = group.asked  # one copy of the text and variables for all
        group.add(member)

    def remove(self, member: Member) -> None:
        group = self._groups[member.asked.key]
        group.remove(member)
        if not group.size:
            del self._groups[member.asked.key]
            for topic in group.asked.interest.topics:
                groups = self._by_topic[topic]
                del groups[group]
                if not groups:
                    del self._by_topic[topic]

    def all(self) -> Iterable[Member]:
        for group in list(self._groups.values()):
            yield from {member: None for held in group.by_key.values() for member in held}

    def told(self, entry: Entry) -> Iterable[tuple[Group, list[Member]]]:
        """The groups that an entry concerns, with those members it is told to."""
        seen: set[Group] = set()
        for topic in topics_of(entry):
            for group in self._by_topic.get(topic, ()):
                if group not in seen and group.asked.interest.wants(entry):
                    seen.add(group)
                    members = group.told(entry)
                    if members:
                        yield group, members


class Answer(Enum):
    """What an evaluation gives in place of a payload."""

    HIDDEN = "the viewer may not see it"
    ALONE = "only the subscriber's own stream can say"


Payload = bytes | Answer


class Answered(NamedTuple):
    """What all of these members are given."""

    payload: Payload
    members: Sequence[Member]


@dataclass(frozen=True, slots=True)
class Delivery:
    """One frame and the members it is for."""

    asked: Asked
    frame: Frame
    members: Sequence[Member]
