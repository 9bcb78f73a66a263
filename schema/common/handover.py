"""How a new session's token reaches the client."""

from dataclasses import dataclass


@dataclass
class TokenHandover:
    """In the payload; or, for the web app, as a cookie that scripts cannot read, and then the payload's is null.

    Steps that open or end the viewer's session say so: `info.context.service(TokenHandover).open(token)` gives the
    token for the payload.
    """

    by_cookie: bool = False
    opened: str | None = None
    closed: bool = False

    def open(self, token: str) -> str | None:
        self.opened = token
        return None if self.by_cookie else token

    def close(self) -> None:
        self.closed = True
