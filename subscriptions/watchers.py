"""Members of the hub who also want to know who looks at their object."""

from collections import defaultdict
from collections.abc import Callable
from contextlib import AbstractContextManager
from dataclasses import dataclass, field

from models.kernel.journal import Position
from subscriptions.frames import Frame, FrameKind, Subject
from subscriptions.members import Delivery, Member
from subscriptions.presence import Presence


@dataclass(eq=False)
class _Room:
    """The bell of one object."""

    subject: Subject
    ring: Callable[[Subject], None]
    members: dict[Member, None] = field(default_factory=dict)
    listening: AbstractContextManager[None] | None = None

    def set(self) -> None:
        self.ring(self.subject)


class Watchers:
    """Listens to presence at the objects that members watch; `wake` is called when somebody came or went."""

    def __init__(self, presence: Presence, wake: Callable[[], None]) -> None:
        self._presence = presence
        self._wake = wake
        self._rooms: dict[Subject, _Room] = {}
        self._rung: set[Subject] = set()

    def add(self, member: Member) -> None:
        subject = member.watched
        if subject is None:
            return
        if subject not in self._rooms:
            room = self._rooms[subject] = _Room(subject, self._ring)
            room.listening = self._presence.ringing(subject, room)
            room.listening.__enter__()
        self._rooms[subject].members[member] = None
        self._ring(subject)  # somebody may have come since the member last looked

    def remove(self, member: Member) -> None:
        room = self._rooms.get(member.watched) if member.watched else None
        if room is None:
            return
        room.members.pop(member, None)
        if not room.members and room.listening:
            del self._rooms[room.subject]
            room.listening.__exit__(None, None, None)

    def news(self, at: Position) -> list[Delivery]:
        """A frame for each member who last saw others there; those who are ahead of `at` wait for the next time."""
        rung, self._rung = self._rung, set()
        groups: defaultdict[tuple[Subject, int], list[Member]] = defaultdict(list)
        for subject in rung & self._rooms.keys():
            present = self._presence.at(subject)
            for member in self._rooms[subject].members:
                if member.at > at:
                    self._rung.add(subject)
                elif list(member.present) != present:
                    member.present = present
                    groups[subject, id(member.asked)].append(member)
        return [
            Delivery(members[0].asked, Frame(FrameKind.PRESENCE, at, subject=subject), members)
            for (subject, _), members in groups.items()
        ]

    def _ring(self, subject: Subject) -> None:
        self._rung.add(subject)
        self._wake()
