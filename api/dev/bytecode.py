"""The program's own files, compiled ahead where Python is told to write no bytecode while it runs."""

import compileall
import os

from api.dev.paths import ROOT

PROGRAM = ("api", "models", "printing", "schema", "subscriptions")


def provide() -> None:
    """Images and servers often set PYTHONDONTWRITEBYTECODE; each start would then compile 300 files anew.
    Files that have not changed since are left alone."""
    if os.environ.get("PYTHONDONTWRITEBYTECODE"):
        for folder in PROGRAM:
            compileall.compile_dir(ROOT / folder, quiet=2)
