"""The Range header of a download (RFC 9110, section 14)."""

import re
from dataclasses import dataclass

_ONE_RANGE = re.compile(r"bytes=\s*(\d*)-(\d*)\s*")


class Unsatisfiable(Exception):
    """The range lies behind the end."""


@dataclass(frozen=True)
class Span:
    """Octets from `start` up to before `stop`, of `size`."""

    start: int
    stop: int
    size: int

    @property
    def length(self) -> int:
        return self.stop - self.start

    @property
    def partial(self) -> bool:
        return self.length < self.size

    @property
    def content_range(self) -> str:
        return f"bytes {self.start}-{self.stop - 1}/{self.size}"


def span_of(header: str | None, size: int) -> Span:
    """The span asked for; everything where none is asked for, or several, or in a way not understood.

    :raises Unsatisfiable: nothing of it exists.
    """
    match = _ONE_RANGE.fullmatch(header or "")
    if match is None or not (match[1] or match[2]):
        return Span(0, size, size)
    if not match[1]:
        start, stop = max(0, size - int(match[2])), size
    else:
        start, stop = int(match[1]), int(match[2]) + 1 if match[2] else size
    if match[1] and match[2] and stop <= start:
        return Span(0, size, size)
    if start >= min(stop, size):
        raise Unsatisfiable
    return Span(start, min(stop, size), size)
