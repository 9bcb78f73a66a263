"""What one socket waits with, in little room: asyncio's own queue and event hold four deques, two kilobytes and more."""

import asyncio
from typing import Any


class Messages:
    """What a client sent, for one reader. Reading stops while any waits, so they are few."""

    __slots__ = ("_held", "_reader")

    def __init__(self) -> None:
        self._held: list[Any] = []
        self._reader: asyncio.Future[None] | None = None

    def put_nowait(self, message: Any) -> None:
        self._held.append(message)
        if self._reader and not self._reader.done():
            self._reader.set_result(None)

    def empty(self) -> bool:
        return not self._held

    async def get(self) -> Any:
        while not self._held:
            self._reader = asyncio.get_running_loop().create_future()
            await self._reader
        return self._held.pop(0)


class Gate:
    """Open at first; whoever waits goes on when it is opened."""

    __slots__ = ("_opened",)

    def __init__(self) -> None:
        self._opened: asyncio.Future[None] | None = None

    def set(self) -> None:
        if self._opened:
            self._opened.set_result(None)
            self._opened = None

    def clear(self) -> None:
        if self._opened is None:
            self._opened = asyncio.get_running_loop().create_future()

    async def wait(self) -> None:
        if self._opened:
            await asyncio.shield(self._opened)  # one who gives up does not wake the others
