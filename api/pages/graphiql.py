"""/graphiql: in the demonstration, a page to try queries on; all of it comes from this service."""

from pathlib import Path

from starlette.requests import Request
from starlette.responses import FileResponse, Response
from starlette.routing import BaseRoute, Mount, Route

from api.pages.render import page
from api.pages.web import GRAPHIQL, files


def routes(web: Path) -> list[BaseRoute]:
    """The bundled GraphiQL when the web app was built with it, else a plain page."""
    folder = web / GRAPHIQL
    if not (folder / "index.html").exists():
        return [Route("/graphiql", plain)]

    async def bundled(_: Request) -> Response:
        return FileResponse(folder / "index.html", headers={"cache-control": "no-cache"})

    return [Route("/graphiql", bundled), Mount("/graphiql", files(folder))]


async def plain(request: Request) -> Response:
    return page(request, "graphiql.html")
