"""What a computation reads of its viewer: two viewers who are equal in that may share its value.

A value made for one viewer is right for every viewer in whom the same facts were read and are equal, because
whatever was computed saw nothing else of them. The facts are recorded, so that no list of them can be forgotten.
"""

from collections.abc import Callable
from dataclasses import dataclass, field, fields
from typing import Any, Generic, TypeVar

from models.kernel.viewer import Viewer

V = TypeVar("V")

KEPT_VALUES = 4096
_FACTS = frozenset(one.name for one in fields(Viewer))
_read_raw = object.__getattribute__


class WatchedViewer(Viewer):
    """Behaves as the viewer it stands for and notes which facts were read, in their order."""

    __slots__ = ("_reads", "_stands_for")

    def __init__(self, viewer: Viewer) -> None:
        object.__setattr__(self, "_stands_for", viewer)
        object.__setattr__(self, "_reads", {})

    def __getattribute__(self, name: str) -> Any:
        if name == "__class__":
            return (
                Viewer  # equality of viewers asks for it, then compares facts, which counts as reading them
            )
        if name not in _FACTS:
            return _read_raw(self, name)
        value = getattr(_read_raw(self, "_stands_for"), name)
        _read_raw(self, "_reads").setdefault(name, value)
        return value


def reads_of(viewer: WatchedViewer) -> dict[str, Any]:
    """Facts that were read, with their values."""
    return dict(_read_raw(viewer, "_reads"))


@dataclass(slots=True)
class _Branch(Generic[V]):
    fact: str
    ways: dict[Any, "_Branch[V] | _Leaf[V]"] = field(default_factory=dict)


@dataclass(slots=True)
class _Leaf(Generic[V]):
    value: V


class Shared(Generic[V]):
    """Values by the facts that went into them: a tree that asks a viewer for what the computation asked for.

    Bounded: when full, it forgets everything and begins anew.
    """

    def __init__(self, most: int = KEPT_VALUES) -> None:
        self._root: _Branch[V] | _Leaf[V] | None = None
        self._most = most
        self._held = 0

    def find(self, viewer: Viewer) -> "_Leaf[V] | None":
        """The leaf whose value is right for this viewer."""
        at = self._root
        while isinstance(at, _Branch):
            at = at.ways.get(getattr(viewer, at.fact))
        return at

    def keep(self, reads: dict[str, Any], value: V) -> None:
        """A value that was computed with these reads. A tree that asks for something else is replaced."""
        if self._held >= self._most:
            self._root, self._held = None, 0
        self._held += 1
        self._root = _grown(self._root, dict(reads), value)

    def of(self, viewer: Viewer, make: Callable[[Viewer], V]) -> V:
        """The value for the viewer, made now if nobody equal had it."""
        leaf = self.find(viewer)
        if leaf is None:
            watched = WatchedViewer(viewer)
            leaf = _Leaf(make(watched))
            self.keep(reads_of(watched), leaf.value)
        return leaf.value


def _grown(at: "_Branch[V] | _Leaf[V] | None", reads: dict[str, Any], value: V) -> "_Branch[V] | _Leaf[V]":
    if not reads:
        return _Leaf(value)
    if not isinstance(at, _Branch) or at.fact not in reads:
        at = _Branch(next(iter(reads)))
    known = reads.pop(at.fact)
    at.ways[known] = _grown(at.ways.get(known), reads, value)
    return at
