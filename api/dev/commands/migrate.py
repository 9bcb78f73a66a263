"""Bring the database to the newest form."""

from api.dev import python_packages
from api.dev.processes import become, python
from api.dev.python_packages import Lock


def main(arguments: list[str]) -> int:
    """Does not come back: `python -m api migrate` takes this process over."""
    python_packages.install(Lock.RUNTIME)
    become(python("-m", "api", "migrate", *arguments))
