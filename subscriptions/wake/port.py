"""The port: tell the other processes that there is news, and hear when they say so."""

from collections.abc import Callable
from enum import StrEnum
from typing import Protocol


class Topic(StrEnum):
    """What there is news of."""

    JOURNAL = "journal"
    PRESENCE = "presence"


Woken = Callable[[Topic], None]
"""Must not block. It may be called for nothing."""


class WakeUps(Protocol):
    """One per process. Nobody may rely on it: whoever listens also polls."""

    @property
    def healthy(self) -> bool:
        """Is what others tell heard just now? While it is not, listeners poll more often."""

    def tell(self, topic: Topic) -> None:
        """Wake the others, soon; never blocks. Told many times in a row is told once."""

    async def run(self, woken: Woken) -> None:
        """Tell and hear until cancelled; comes back by itself after every failure."""
