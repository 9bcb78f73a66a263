"""The pictures of a document."""

from typing import NamedTuple


class Part(NamedTuple):
    """A picture that a document draws: bytes and media type."""

    content: bytes
    media_type: str
