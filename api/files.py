"""The plain HTTP side of files: uploads by ticket, downloads by pass."""

from starlette.routing import Route

from api.askers import Askers
from api.downloads import download_routes
from api.uploads import upload_route


def file_routes(askers: Askers) -> list[Route]:
    """All routes below /files."""
    return [upload_route(askers), *download_routes(askers)]
