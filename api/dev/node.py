"""Node: the machine's own when it is new enough, else the one that the lock file brings."""

import re
import shutil

from api.dev.paths import VENV_PROGRAMS
from api.dev.processes import capture, environment
from api.dev.python_packages import Lock, install

OLDEST_NODE_MAJOR = 22


def provide() -> None:
    """Afterwards `node` and `npm` on the commands' PATH are new enough."""
    brought_before = (VENV_PROGRAMS / "node").exists()
    if brought_before or not machine_has_node():
        install(Lock.NODE)


def machine_has_node() -> bool:
    path = environment()["PATH"]
    if not (shutil.which("node", path=path) and shutil.which("npm", path=path)):
        return False
    return major(capture(["node", "--version"]).output) >= OLDEST_NODE_MAJOR


def major(version: str) -> int:
    """22 of "v22.4.1"; 0 when it is no version."""
    found = re.match(r"v(\d+)\.", version)
    return int(found[1]) if found else 0
