"""/graphiql: in the demonstration, a page to try queries on; all of it comes from this service."""

from pathlib import Path

from starlette.requests import Request
from starlette.responses import FileResponse, Response
from starlette.routing import Route

from api.pages.render import page


def routes(web: Path) -> list[Route]:
    """The bundled GraphiQL when the web app was built with it, else a plain page."""
    bundled = web / "graphiql" / "index.html"

    async def graphiql(request: Request) -> Response:
        if bundled.exists():
            return FileResponse(bundled, headers={"cache-control": "no-cache"})
        return page(request, "graphiql.html")

    return [Route("/graphiql", graphiql)]
