"""Askers by the sessions of the database."""

from starlette.requests import Request

from api.identity import identify_session
from api.transport.credentials import viewpoint_of_request
from models.kernel.viewer import Viewer


class SessionAskers:
    """Bearer token or cookie of a request; the session that an address of a file names."""

    async def of_request(self, request: Request) -> Viewer:
        return (await viewpoint_of_request(request)).now()

    async def of_session(self, account_id: int, session_id: int) -> Viewer | None:
        signed_in = await identify_session(session_id)
        if signed_in is None or signed_in.viewer.account_id != account_id:
            return None
        return signed_in.viewer
