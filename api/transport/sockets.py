"""All open sockets of the process: how many from where, and closing them all."""

from collections import Counter
from collections.abc import Awaitable, Callable, Iterator
from contextlib import contextmanager
from typing import Protocol

from api.transport.codes import CloseCode
from subscriptions.wheel import Wheel

TURN_SECONDS = 0.1
Close = Callable[[CloseCode], Awaitable[None]]


class Turning(Protocol):
    """A socket that has something to do from time to time."""

    def turn(self) -> None: ...


class Sockets:
    """Counted by network address, so that one address cannot take them all."""

    def __init__(self) -> None:
        self._by_address: Counter[str] = Counter()
        self._closers: set[Close] = set()
        self.wheel: Wheel[Turning] = Wheel(lambda socket: socket.turn(), TURN_SECONDS)

    def __len__(self) -> int:
        return self._by_address.total()

    def of(self, address: str) -> int:
        return self._by_address[address]

    @contextmanager
    def counted(self, address: str, close: Close) -> Iterator[None]:
        self._by_address[address] += 1
        self._closers.add(close)
        try:
            yield
        finally:
            self._closers.discard(close)
            self._by_address[address] -= 1
            if not self._by_address[address]:
                del self._by_address[address]

    async def close_all(self) -> None:
        """The service goes away; clients come back by themselves."""
        self.wheel.stop()
        for close in list(self._closers):
            await close(CloseCode.RESTARTING)
