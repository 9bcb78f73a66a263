"""Whom a session token stands for, and until when."""

from models.people import sessions
from subscriptions.viewpoint import SignedIn


async def identify(token: str, *, attended: bool = True) -> SignedIn | None:
    """The viewer behind a request's token; None for unknown, ended and idle sessions. Counts as a request, unless
    the page says that it asks by itself."""
    return _signed_in(await sessions.identified(token, attended=attended))


async def identify_session(session_id: int) -> SignedIn | None:
    """The viewer of a session with the rights of this moment. No request: a socket alone keeps nobody signed in."""
    return _signed_in(await sessions.identified_session(session_id))


def _signed_in(found: sessions.SignedIn | None) -> SignedIn | None:
    return SignedIn(found.viewer, found.idle_at) if found else None
