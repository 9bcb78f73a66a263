"""Whom a session token stands for, and until when."""

from models.kernel.clock import now
from models.kernel.viewer import Viewer
from models.people.sessions import viewer_of_session, viewer_of_token
from models.people.settings import settings
from subscriptions.viewpoint import SignedIn


async def identify(token: str) -> SignedIn | None:
    """The viewer behind a request's token; None for unknown, ended and idle sessions. Counts as a request."""
    return _signed_in(await viewer_of_token(token))


async def identify_session(session_id: int) -> SignedIn | None:
    """The viewer of a session with the rights of this moment. No request: a socket alone keeps nobody signed in."""
    return _signed_in(await viewer_of_session(session_id))


def _signed_in(viewer: Viewer | None) -> SignedIn | None:
    return SignedIn(viewer, now() + settings().idle_after) if viewer else None
