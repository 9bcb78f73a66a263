"""What a document may load: the parts that were made for it, by name, and nothing else in the world."""

from collections.abc import Mapping

from weasyprint.urls import URLFetcher, URLFetcherResponse

from printing.parts import Part


class OwnParts(URLFetcher):  # type: ignore[misc]  # weasyprint has no types
    """Answers `part:<name>` from a dictionary; every other address, `data:` and `file:` too, stops the rendering."""

    def __init__(self, parts: Mapping[str, Part]) -> None:
        super().__init__(allowed_protocols=(), allow_redirects=False, fail_on_errors=True)
        self._parts = parts

    def fetch(self, url: str, headers: Mapping[str, str] | None = None) -> URLFetcherResponse:
        """The part of that name.

        Raises:
            ValueError: for any other address; the renderer makes it fatal.
        """
        scheme, _, name = url.partition(":")
        if scheme != "part" or name not in self._parts:
            raise ValueError(f"a document may not load {url!r}")
        part = self._parts[name]
        return URLFetcherResponse(url, part.content, {"Content-Type": part.media_type})
