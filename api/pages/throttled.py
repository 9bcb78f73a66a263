"""Pages that look certificates up answer each network address so many times only: numbers cannot be walked through."""

from collections.abc import Awaitable, Callable

from starlette.requests import Request
from starlette.responses import Response

from api.answers import refusal_answer
from api.pages.render import page
from models.kernel.clock import now
from models.kernel.errors import LimitReached, Refused
from models.kernel.viewer import PUBLIC_VIEWER
from models.people.throttle import Act, count_try

Endpoint = Callable[[Request], Awaitable[Response]]
TOO_MANY = 429


def throttled(endpoint: Endpoint) -> Endpoint:
    """Counted in the database, as tries of passwords are, so that it holds over several processes."""

    async def guarded(request: Request) -> Response:
        address = request.client.host if request.client else ""
        try:
            await count_try(PUBLIC_VIEWER, act=Act.LOOKUP_FROM_ADDRESS, key=address)
        except Refused as refused:
            return _told(request, refused)
        return await endpoint(request)

    return guarded


def _told(request: Request, refused: Refused) -> Response:
    """A page for browsers, the same as data for programs; both say when one may go on."""
    (error,) = refused.errors
    assert isinstance(error, LimitReached) and error.retry_at
    if "text/html" in request.headers.get("accept", ""):
        told = page(request, "too_many.html", TOO_MANY, message=error.message, retry_at=error.retry_at)
    else:
        told = refusal_answer(refused)
    told.headers["retry-after"] = str(max(1, round((error.retry_at - now()).total_seconds())))
    return told
