"""Subscriptions that share the hub: what was asked in which words, and graphql-core's way of evaluating it once."""

from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any, Protocol

import orjson
from graphql import DocumentNode

from models.kernel.viewer import Viewer
from schema.common.context import Context
from schema.common.words import document_of, shared_variables
from subscriptions.frames import Frame
from subscriptions.hub import Hub
from subscriptions.interest import Interest
from subscriptions.members import Member, Receiver
from subscriptions.stream import Resumed, Stream

MOST_SIGHTS = 100_000


class Show(Protocol):
    """Frames as objects of the graph, for the context's viewer; None where there is nothing the viewer may see."""

    async def __call__(self, frames: Sequence[Frame], context: Context) -> Sequence[Any]: ...

    async def unread(self, frames: Sequence[Frame], context: Context) -> Sequence[Any]:
        """The same without looking whether what they are about may be seen: for plans, which look themselves."""


@dataclass(frozen=True)
class Words:
    """An operation as it was sent; it has been validated and its limits were checked."""

    text: str
    variables: Mapping[str, Any]
    operation_name: str | None = None

    @property
    def document(self) -> DocumentNode:
        return document_of(self.text)


@dataclass(frozen=True)
class LiveOperation:
    """A subscription in some words. Two with equal keys show the same frames to equal viewers."""

    words: Words
    interest: Interest
    show: Show
    facts: dict[str, None] = field(default_factory=dict)
    """Facts of viewers that its evaluations have read so far."""
    sights: dict[Hashable, object] = field(default_factory=dict)
    """One object for each combination of these facts that members had."""

    @cached_property
    def key(self) -> Hashable:
        shared = shared_variables(self.words.text, self.words.operation_name, self.words.variables)
        return self.words.text, self.words.operation_name, orjson.dumps(shared, option=orjson.OPT_SORT_KEYS)

    def alike(self, members: Iterable[Member]) -> Iterable[list[Member]]:
        """Members by all facts that were read so far: those of one list are equal in each of them."""
        facts, found = len(self.facts), dict[object, list[Member]]()
        for member in members:
            if member.sighted != facts:
                member.sight, member.sighted = self._sight(member.viewer), facts
            if member.sight in found:
                found[member.sight].append(member)
            else:
                found[member.sight] = [member]
        return found.values()

    def _sight(self, viewer: Viewer) -> object:
        if len(self.sights) >= MOST_SIGHTS:
            self.sights.clear()  # who is seen twice by that is only evaluated twice
        return self.sights.setdefault(tuple(getattr(viewer, one) for one in self.facts), object())


@dataclass
class Joining:
    """A transport's offer to one subscription: once it has caught up, the hub goes on with this receiver."""

    hub: Hub
    words: Words
    receiver: Receiver
    light: Callable[[Words], bool]
    """Is it so little work that others may wait for it?"""
    resumed: Resumed | None = None
    """Where a subscriber stands that comes back from the hub."""
    member: Member | None = field(default=None, init=False)
    """Set once the hub goes on."""

    def joins(self, operation: LiveOperation, stream: Stream) -> Callable[[Resumed], bool] | None:
        """What the stream asks when it has caught up; None when it has to stay alone."""
        if not self.light(self.words):
            return None

        def join(at: Resumed) -> bool:
            member = Member(
                operation, stream.viewpoint, self.receiver, at.at, at.epoch, stream.watched, at.present
            )
            if not self.hub.join(member):
                return False
            assert isinstance(member.asked, LiveOperation)
            self.member, self.words = member, member.asked.words  # the copy that all who ask the same share
            return True

        return join
