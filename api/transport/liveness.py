"""Is the client of a socket still there? It answers pings, or at least takes what is sent before them."""

from api.transport.codes import CloseCode
from api.transport.direct import Direct
from api.transport.framing import framed

PING = framed(b'{"type":"ping"}')
LITTLE_OCTETS = 4096
"""Behind no more than this a ping reaches the client at once."""


class Liveness:
    """Asked once a turn. Without a direct way to the socket only pongs count."""

    __slots__ = ("_direct", "_ping_ends", "_pong_due", "_taken", "_was_full", "answered")

    def __init__(self, direct: Direct | None) -> None:
        self.answered = True
        self._direct = direct
        self._taken = 0
        self._was_full = False
        self._ping_ends = 0
        self._pong_due = True

    def ping(self) -> bool:
        """Begin a turn. Is a ping to be sent now? Not while another is on its way, or has no way."""
        direct = self._direct
        if direct is None:
            self.answered = False
            return True
        self._was_full, self._taken = direct.full, direct.taken()
        if not self.answered or direct.full:
            return False
        self.answered = False
        self._pong_due = direct.written - self._taken < LITTLE_OCTETS
        self._ping_ends = direct.written + len(PING)
        return True

    def verdict(self) -> CloseCode | None:
        """At a turn's end: why to hang up, if there is a reason."""
        if self._stuck():
            return CloseCode.TOO_SLOW
        return None if self._alive() else CloseCode.NO_PONG

    def _alive(self) -> bool:
        """It answered, or has not come to the ping yet and takes what is before. A pong is due one turn after the
        ping has reached the client."""
        direct = self._direct
        if self.answered or direct is None or self._pong_due:
            return self.answered
        taken = direct.taken()
        self._pong_due = taken >= self._ping_ends
        return taken > self._taken

    def _stuck(self) -> bool:
        """Full for a whole turn, and nothing of it was taken, whatever the client says."""
        direct = self._direct
        return direct is not None and direct.full and self._was_full and direct.taken() <= self._taken
