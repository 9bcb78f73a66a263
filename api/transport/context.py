"""What an operation knows of its request."""

from dataclasses import dataclass, field

from models.kernel.viewer import Viewer
from subscriptions.stream import Live
from subscriptions.viewpoint import Viewpoint


@dataclass
class TokenHandover:
    """How a new session reaches the client: in the payload, or for the web app as a cookie that scripts cannot read."""

    by_cookie: bool = False
    opened: str | None = None
    closed: bool = False

    def open(self, token: str) -> str | None:
        """Gives the token for the payload, or None when it goes into the cookie."""
        self.opened = token
        return None if self.by_cookie else token

    def close(self) -> None:
        self.closed = True


@dataclass
class Context:
    """One operation's surroundings; sockets make one per operation, never one per socket."""

    live: Live
    viewpoint: Viewpoint
    address: str = ""
    device: str = ""
    handover: TokenHandover = field(default_factory=TokenHandover)

    @property
    def viewer(self) -> Viewer:
        return self.viewpoint.now()
