"""Measure speed (takes the arguments of `python -m bench`)."""

from api.dev import python_packages
from api.dev.paths import ROOT
from api.dev.processes import CommandFailed, become, python
from api.dev.python_packages import Lock


def main(arguments: list[str]) -> int:
    """Does not come back: the measurements take this process over."""
    if not (ROOT / "bench" / "__main__.py").exists():
        raise CommandFailed("There is nothing to measure yet: bench/__main__.py does not exist.")
    python_packages.install(Lock.DEVELOPMENT)
    become(python("-m", "bench", *arguments))
