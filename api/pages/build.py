"""Which build of the web app is served: an open page of another one offers to be loaded anew."""

import re
from functools import lru_cache
from pathlib import Path

NAMED = re.compile(r'<meta name="build" content="(\w+)"')


def served_build(web: Path) -> str | None:
    """The name that the build gave itself in its page; None where nothing is built. A deploy counts at once."""
    page = web / "index.html"
    try:
        return _name_in(page, page.stat().st_mtime_ns)
    except FileNotFoundError:
        return None


@lru_cache(maxsize=1)
def _name_in(page: Path, changed: int) -> str | None:
    """`changed` is part of the key: another time of change is another page."""
    found = NAMED.search(page.read_text(encoding="utf-8"))
    return found[1] if found else None
