"""Install what is missing, load the demonstration once and serve it (PORT, HOST, DATA_DIR, DATABASE_URL, DEMONSTRATION)."""

import os
import time
from typing import NoReturn

from api.dev import bytecode, debian, python_packages, web
from api.dev.console import say
from api.dev.processes import become, python
from api.dev.python_packages import Lock


def main(arguments: list[str]) -> NoReturn:
    """Does not come back when all goes well: the server takes this process over."""
    began = time.monotonic()
    prepare()
    say(f"Everything is installed ({time.monotonic() - began:.1f} s).")
    os.environ.setdefault("DATA_DIR", ".data")
    os.environ.setdefault("DEMONSTRATION", "1")
    # One program from here on: three would each import the same thousand modules.
    become(python("-m", "api", "start", *arguments))


def prepare() -> None:
    python_packages.install(Lock.RUNTIME)
    debian.provide(debian.PRINTING, "printing certificates")
    web.build()
    bytecode.provide()
