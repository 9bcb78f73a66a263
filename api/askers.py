"""Who stands behind a request, as plain HTTP routes ask for it."""

from typing import Protocol

from starlette.requests import Request

from models.kernel.viewer import Viewer


class Askers(Protocol):
    """Reads sign-ins. What it gives is of this moment: an ended session or a lost role shows at once."""

    async def of_request(self, request: Request) -> Viewer:
        """The viewer by bearer token or cookie; the public viewer where there is none."""

    async def of_session(self, account_id: int, session_id: int) -> Viewer | None:
        """The viewer of an open session of that account, or None."""
