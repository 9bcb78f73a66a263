"""The web app's files: those named by their content are kept for ever, everything else is asked for again."""

import os
from pathlib import Path

from starlette.exceptions import HTTPException
from starlette.middleware.gzip import GZipMiddleware
from starlette.requests import Request
from starlette.responses import FileResponse, Response
from starlette.routing import BaseRoute, Mount, Route
from starlette.staticfiles import StaticFiles
from starlette.types import ASGIApp, Scope

IMMUTABLE = "public, max-age=31536000, immutable"
SMALLEST_COMPRESSED = 1024
PAGES = Path(__file__).parent / "assets"
GRAPHIQL = "graphiql"
"""Built into the app's folder, but no part of the app: api.pages.graphiql serves it, in the demonstration only."""


class WebFiles(StaticFiles):
    """A path without a file is a page of the app, which finds its way by itself."""

    def lookup_path(self, path: str) -> tuple[str, os.stat_result | None]:
        """As if the folder of GraphiQL were not there."""
        return ("", None) if Path(path).parts[:1] == (GRAPHIQL,) else super().lookup_path(path)

    async def get_response(self, path: str, scope: Scope) -> Response:
        try:
            response = await super().get_response(path, scope)
        except HTTPException as missing:
            if missing.status_code != 404 or "." in Path(path).name or scope["method"] not in ("GET", "HEAD"):
                raise
            response = await super().get_response("index.html", scope)
        named_by_content = path.startswith("assets/") and response.status_code == 200
        response.headers["cache-control"] = IMMUTABLE if named_by_content else "no-cache"
        return response


async def icon(_: Request) -> Response:
    """What browsers ask for beside every page that names no icon: data, documents, the icon's own address."""
    return FileResponse(PAGES / "icon.svg", media_type="image/svg+xml")


def mounts(web: Path) -> list[BaseRoute]:
    """The service's own small files, and the built web app (or a page that says how to build it)."""
    built = web if (web / "index.html").exists() else PAGES / "unbuilt"
    return [
        Route("/favicon.ico", icon),
        Mount("/pages", StaticFiles(directory=PAGES)),
        Mount("/", files(built)),
    ]


def files(directory: Path) -> ASGIApp:
    """A built folder, compressed."""
    return GZipMiddleware(WebFiles(directory=directory, html=True), minimum_size=SMALLEST_COMPRESSED)
