"""Where things are, and which of the things made before still fit."""

import hashlib
from collections.abc import Iterator
from pathlib import Path

from api.dev.paths import ROOT

BENCH = ROOT / "bench"
CACHE = ROOT / ".cache" / "bench"
RESULTS = CACHE / "results.json"
PAGE = ROOT / "docs" / "performance.md"
CHART = ROOT / "docs" / "performance.svg"
NOTES = ROOT / "docs" / "performance-notes.md"
FINGERPRINT_LETTERS = 12


def fingerprint(*places: Path) -> str:
    """Changes with any source file in these folders."""
    digest = hashlib.sha256()
    for file in sorted(found for place in places for found in _sources(place)):
        digest.update(file.name.encode() + file.read_bytes())
    return digest.hexdigest()[:FINGERPRINT_LETTERS]


def _sources(place: Path) -> Iterator[Path]:
    if place.is_file():
        yield place
    else:
        yield from (file for file in place.rglob("*") if file.is_file() and file.suffix != ".pyc")
