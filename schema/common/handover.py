"""How a new session's token reaches the client."""

from dataclasses import dataclass

from schema.common.context import Context


@dataclass
class TokenHandover:
    """In the payload; or, for the web app, as a cookie that scripts cannot read, and then the payload's is null.

    Steps that open or end the viewer's session say so, see `handed_over` and `taken_back`.
    """

    by_cookie: bool = False
    opened: str | None = None
    closed: bool = False

    def open(self, token: str) -> str | None:
        self.opened = token
        return None if self.by_cookie else token

    def close(self) -> None:
        self.closed = True


def handed_over(context: Context, token: str | None) -> str | None:
    """The token of a session just opened, as the payload may show it."""
    handover = context.services.get(TokenHandover)
    return handover.open(token) if token and handover else token


def taken_back(context: Context) -> None:
    """The viewer's own session has just ended."""
    handover = context.services.get(TokenHandover)
    if handover:
        handover.close()
