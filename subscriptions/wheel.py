"""Deadlines of thousands of listeners with one timer: they wait in slots, and a slot is due as a whole."""

import asyncio
from collections.abc import Callable
from typing import Generic, TypeVar

T = TypeVar("T")


class Wheel(Generic[T]):
    """Calls `due` with each waiting thing at, or up to one slot after, the time it asked for."""

    def __init__(self, due: Callable[[T], None], slot_seconds: float = 1.0) -> None:
        self._due = due
        self._seconds = slot_seconds
        self._slots: dict[int, dict[T, None]] = {}
        self._timer: asyncio.Handle | None = None
        self._armed = 0
        """The slot that the timer is for; the timer itself may not say (uvloop's does not when it is due at once)."""

    def at(self, when: float, who: T) -> int:
        """Gives the slot, to `drop` it from. :param when: in the loop's time."""
        slot = int(when / self._seconds) + 1
        self._slots.setdefault(slot, {})[who] = None
        if self._timer is None or slot < self._armed:
            self._arm()
        return slot

    def after(self, seconds: float, who: T) -> int:
        return self.at(asyncio.get_running_loop().time() + seconds, who)

    def drop(self, slot: int, who: T) -> None:
        """It waits no longer, and is not kept. Nothing happens if it was called already."""
        self._slots.get(slot, {}).pop(who, None)

    def stop(self) -> None:
        """Forget everybody."""
        self._slots.clear()
        self._arm()

    def _arm(self) -> None:
        if self._timer:
            self._timer.cancel()
            self._timer = None
        if self._slots:
            self._armed = min(self._slots)
            self._timer = asyncio.get_running_loop().call_at(self._armed * self._seconds, self._turn)

    def _turn(self) -> None:
        due = self._slots.pop(self._armed, {})
        self._arm()
        for who in due:
            self._due(who)
