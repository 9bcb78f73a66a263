"""A subscription whose frames come from the hub: written at once while the socket takes them."""

from collections.abc import Callable

import orjson

from api.transport.direct import Direct
from api.transport.framing import head_of
from subscriptions.stream import Resumed

GoOn = Callable[["Subscriber", Resumed], None]
"""Start the operation's own stream again, from there."""


class Subscriber:
    """The hub's receiver for one operation of one socket. Every payload gets only its id and length around it."""

    __slots__ = ("_direct", "_go_on", "_head", "id")

    def __init__(self, id: str, direct: Direct, go_on: GoOn) -> None:
        self.id = id
        self._direct = direct
        self._go_on = go_on
        self._head = b'{"id":' + orjson.dumps(id) + b',"type":"next","payload":'

    def take(self, payload: bytes) -> bool:
        direct = self._direct
        if direct.full:
            return False
        direct.write(self.frame(payload))
        return True

    def frame(self, payload: bytes) -> bytes:
        """As the socket carries it."""
        head = self._head
        return b"".join((head_of(len(head) + len(payload) + 1), head, payload, b"}"))

    def left(self, at: Resumed) -> None:
        """Nothing is kept for a full socket but its position: it goes on once the client has read."""
        self._direct.when_drained(lambda: self._go_on(self, at))
