"""Debian packages that Python and Node packages lean on."""

import os
import shutil
from collections.abc import Sequence

from api.dev.console import complain, say
from api.dev.processes import capture, environment

# WeasyPrint's libraries; without libharfbuzz-subset0 a document takes ten times as long.
# The first font draws all ordinary names, the second the rare characters that the first lacks.
PRINTING = (
    "libpango-1.0-0",
    "libpangoft2-1.0-0",
    "libharfbuzz-subset0",
    "fonts-wqy-zenhei",
    "fonts-noto-cjk",
)
TESTING = ("chromium", "libzbar0", "poppler-utils")


def provide(packages: Sequence[str], purpose: str) -> None:
    """Installs what is missing when root, else says how. Never stops the caller: only `purpose` suffers."""
    if not shutil.which("dpkg-query"):
        say(f"This is not Debian: {purpose} needs what these packages bring: {' '.join(packages)}")
        return
    missing = [package for package in packages if not is_installed(package)]
    if not missing:
        return
    if os.geteuid() != 0:
        say(f"For {purpose} these Debian packages are missing. As root: apt-get install {' '.join(missing)}")
        return
    install(missing, purpose)


def is_installed(package: str) -> bool:
    asked = capture(["dpkg-query", "--show", "--showformat=${db:Status-Status}", package])
    return asked.passed and asked.output.strip() == "installed"


def install(packages: Sequence[str], purpose: str) -> None:
    say(f"Installing Debian packages for {purpose}: {' '.join(packages)} ...")
    env = {**environment(), "DEBIAN_FRONTEND": "noninteractive"}
    updated = capture(["apt-get", "update"], env=env)
    done = capture(["apt-get", "install", "-y", "--no-install-recommends", *packages], env=env)
    if not done.passed:
        complain(updated.output + done.output)
        complain(f"apt-get could not install them; its own words stand above. Going on without {purpose}.")
