"""Install what the tests need and run them all (takes pytest's arguments)."""

from api.dev import debian, python_packages, web
from api.dev.processes import ON_ALL_CORES, become, python
from api.dev.python_packages import Lock


def main(arguments: list[str]) -> int:
    """Does not come back: pytest takes this process over."""
    prepare()
    become(python("-m", "pytest", "-rs", *(arguments or ON_ALL_CORES)))


def prepare() -> None:
    python_packages.install(Lock.DEVELOPMENT)
    debian.provide((*debian.PRINTING, *debian.TESTING), "printing and browser tests")
    web.provide()
