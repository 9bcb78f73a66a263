"""The steps of `./dev check`, in order. A step whose subject does not exist fails."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from api.dev import debian, hygiene, python_packages, web
from api.dev.console import say
from api.dev.paths import ROOT, SCHEMA_FILE, WEB, WEB_PACKAGES
from api.dev.processes import ON_ALL_CORES, CommandFailed, Finished, capture, python
from api.dev.python_packages import Lock


@dataclass(frozen=True, slots=True)
class Step:
    """A name for the list, and the work; a streamed step shows its output itself, as it comes."""

    name: str
    run: Callable[[], Finished]
    streamed: bool = False


def program(*arguments: str, directory: Path = ROOT) -> Callable[[], Finished]:
    return lambda: capture(arguments, directory=directory)


def module(*arguments: str) -> Callable[[], Finished]:
    return lambda: capture(python("-m", *arguments))


def set_up_python() -> Finished:
    python_packages.install(Lock.DEVELOPMENT)
    return Finished(0, "")


def set_up_debian() -> Finished:
    debian.provide((*debian.PRINTING, *debian.TESTING), "printing and browser tests")
    return Finished(0, "")


def set_up_web() -> Finished:
    web.provide()
    return Finished(0, "")


def lint_schema() -> Finished:
    if not SCHEMA_FILE.exists():
        return Finished(1, "schema.graphql does not exist. Write it with ./dev schema\n")
    linter = WEB_PACKAGES / ".bin" / "graphql-schema-linter"
    return capture([str(linter), SCHEMA_FILE.name])


def check_repository() -> Finished:
    found = hygiene.faults(ROOT)
    return Finished(len(found) and 1, "".join(f"{fault}\n" for fault in found))


def run_tests() -> Finished:
    return capture(python("-m", "pytest", "--no-skips", "-ra", *ON_ALL_CORES), each_line=say)


def guarded(step: Step) -> Finished:
    """A step that cannot even begin has failed, and the next ones still run."""
    try:
        return step.run()
    except CommandFailed as failure:
        return Finished(1, f"{failure}\n")


STEPS = (
    Step("Python packages", set_up_python),
    Step("Debian packages", set_up_debian),
    Step("web build", set_up_web),
    Step("lint", module("ruff", "check", ".")),
    Step("format", module("ruff", "format", "--check", ".")),
    Step("types", module("mypy")),
    Step("imports", program("lint-imports")),
    Step("schema file", module("api", "export-schema", "--check")),
    Step("schema rules", lint_schema),
    Step("web types", program("npm", "run", "typecheck", directory=WEB)),
    Step("web lint", program("npm", "run", "lint", directory=WEB)),
    Step("web tests", program("npm", "run", "test", directory=WEB)),
    Step("web budgets", program("npm", "run", "budget", directory=WEB)),
    Step("repository", check_repository),
    Step("speed floors", module("bench", "--smoke")),
    Step("tests", run_tests, streamed=True),
)
