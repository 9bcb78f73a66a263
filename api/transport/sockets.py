"""All open sockets of the process: how many from where, and their turns. A graceful stop closes them by the server."""

from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Protocol

from subscriptions.wheel import Wheel

TURN_SECONDS = 0.1


class Turning(Protocol):
    """A socket that has something to do from time to time."""

    def turn(self) -> None: ...


class Sockets:
    """Counted by network address, so that one address cannot take them all."""

    def __init__(self) -> None:
        self._by_address: Counter[str] = Counter()
        self.wheel: Wheel[Turning] = Wheel(lambda socket: socket.turn(), TURN_SECONDS)

    def __len__(self) -> int:
        return self._by_address.total()

    def of(self, address: str) -> int:
        return self._by_address[address]

    @contextmanager
    def counted(self, address: str) -> Iterator[None]:
        self._by_address[address] += 1
        try:
            yield
        finally:
            self._by_address[address] -= 1
            if not self._by_address[address]:
                del self._by_address[address]
