"""Does a browser's request come from our own pages? Programs other than browsers send no Origin."""

from urllib.parse import urlsplit

from starlette.requests import HTTPConnection


def is_foreign(connection: HTTPConnection) -> bool:
    """A page of another site sent this."""
    origin = connection.headers.get("origin")
    return origin is not None and urlsplit(origin).netloc != connection.headers.get("host")


def is_own_page(connection: HTTPConnection) -> bool:
    """Certainly sent by one of our own pages, so that a cookie may be believed."""
    own_site = connection.headers.get("sec-fetch-site") == "same-origin"
    return own_site or (connection.headers.get("origin") is not None and not is_foreign(connection))
