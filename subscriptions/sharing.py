"""Presence over several processes: each writes its own guests down where all look, and looks there itself.

Whoever is killed writes nothing more, and its guests are gone when their time is over.
"""

import asyncio
from collections.abc import Callable, Sequence
from typing import Protocol

from subscriptions.presence import Guest, Presence

LOOK_SECONDS = 2.0
"""Between two looks when nobody rings."""
GATHER_SECONDS = 0.05
"""Touches within this time are written down together."""


class PresenceStore(Protocol):
    """Where all processes look. `put` replaces what was known of the same person at the same object."""

    async def put(self, guests: Sequence[Guest]) -> None: ...

    async def present(self) -> list[Guest]:
        """Everybody whose time is not over."""


class Sharing:
    """One per process. `tell`: ring the others."""

    def __init__(self, presence: Presence, store: PresenceStore, tell: Callable[[], None]) -> None:
        self._presence = presence
        self._store = store
        self._tell = tell

    def wake(self) -> None:
        """Somebody elsewhere came, perhaps."""
        self._presence.on_touch.set()

    async def run(self) -> None:
        """Until cancelled. What could not be written is tried again."""
        while True:
            await self.once()
            try:
                async with asyncio.timeout(LOOK_SECONDS):
                    await self._presence.on_touch.wait()
                    await asyncio.sleep(GATHER_SECONDS)
            except TimeoutError:
                continue

    async def once(self) -> None:
        self._presence.on_touch.clear()
        untold = dict(self._presence.untold)
        if untold:
            await self._store.put(list(untold.values()))
            for key, guest in untold.items():
                if self._presence.untold[key] is guest:
                    del self._presence.untold[key]
            self._tell()
        self._presence.learn(await self._store.present())
