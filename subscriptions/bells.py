"""Whatever can be rung: an asyncio.Event, or a listener that notes it for later."""

from typing import Protocol


class Bell(Protocol):
    """Rung when something has changed; must not block and must not raise."""

    def set(self) -> None: ...
