"""What a browser is shown when one of the service's own pages fails; programs get the fault as data."""

from graphql import GraphQLError
from starlette.requests import Request
from starlette.responses import Response

from api.pages.render import page
from api.transport.faults import formatted, masked_failure


async def failure(request: Request, error: Exception) -> Response:
    """Logged under a reference, masked for whoever asked."""
    if request.method != "GET" or "text/html" not in request.headers.get("accept", ""):
        return await masked_failure(request, error)
    told = formatted(GraphQLError(str(error), original_error=error))
    return page(request, "fault.html", 500, message=told["message"])
