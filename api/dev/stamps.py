"""Remembers what was already done, and for which contents, so that a second start does nothing twice."""

import hashlib
from collections.abc import Iterable
from pathlib import Path

from api.dev.paths import CACHE, ROOT


def fingerprint(files: Iterable[Path], *facts: str) -> str:
    """SHA-256 over the names and contents of the files, in a fixed order, and over further facts."""
    digest = hashlib.sha256()
    for file in sorted(files):
        name = file.relative_to(ROOT) if file.is_relative_to(ROOT) else file
        digest.update(f"{name}\0".encode() + hashlib.sha256(file.read_bytes()).digest())
    for fact in facts:
        digest.update(f"{fact}\0".encode())
    return digest.hexdigest()


def is_done(name: str, print_of_work: str, *, cache: Path = CACHE) -> bool:
    stamp = cache / f"{name}.stamp"
    return stamp.exists() and stamp.read_text() == print_of_work


def set_done(name: str, print_of_work: str, *, cache: Path = CACHE) -> None:
    cache.mkdir(parents=True, exist_ok=True)
    (cache / f"{name}.stamp").write_text(print_of_work)
