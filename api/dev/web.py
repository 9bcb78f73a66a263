"""The web app's packages and its build, made anew only when their sources changed."""

from collections.abc import Iterator
from pathlib import Path

from api.dev import node
from api.dev.console import complain, say
from api.dev.paths import SCHEMA_FILE, WEB, WEB_OUTPUT, WEB_PACKAGES
from api.dev.processes import CommandFailed, capture
from api.dev.stamps import fingerprint, is_done, set_done

NOT_SOURCES = {"node_modules", "dist", "test-results", "coverage"}
PACKAGES, BUILD = "web-packages", "web-build"


def provide() -> None:
    """The app, and Node with the packages for what is run on them: a built app alone brings neither."""
    install_packages()
    build()


def build() -> None:
    """Leaves the app in web/dist."""
    require_web()
    if (WEB_OUTPUT / "index.html").exists() and is_done(BUILD, print_of_sources()):
        return
    install_packages()
    say("Building the web app ...")
    npm("run", "build")
    # Taken after the build: the generated GraphQL types are sources too.
    set_done(BUILD, print_of_sources())


def install_packages() -> None:
    """Installs exactly what web/package-lock.json names, and Node first if need be."""
    require_web()
    node.provide()
    wanted = fingerprint([WEB / "package-lock.json"])
    if WEB_PACKAGES.exists() and is_done(PACKAGES, wanted):
        return
    say("Installing the web app's packages ...")
    npm("ci", "--no-audit", "--no-fund")
    set_done(PACKAGES, wanted)


def npm(*arguments: str) -> None:
    done = capture(["npm", *arguments], directory=WEB)
    if not done.passed:
        complain(done.output)
        raise CommandFailed(f"npm {' '.join(arguments)} failed; its own words stand above.")


def require_web() -> None:
    if not (WEB / "package-lock.json").exists():
        raise CommandFailed("web/package-lock.json is missing: there is no web app to build.")


def print_of_sources() -> str:
    contract = [SCHEMA_FILE] if SCHEMA_FILE.exists() else []
    return fingerprint([*sources(WEB), *contract])


def sources(directory: Path) -> Iterator[Path]:
    for entry in directory.iterdir():
        if entry.name in NOT_SOURCES or entry.suffix == ".tsbuildinfo":
            continue
        if entry.is_dir():
            yield from sources(entry)
        else:
            yield entry
