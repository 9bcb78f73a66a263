"""Show how many lines of docs/requirements.md have a passing test, and which have none."""

from pathlib import Path

from api.dev.commands import test
from api.dev.console import say
from api.dev.paths import PYTHON_PACKAGES, REQUIREMENT_LINES, REQUIREMENT_RESULTS, ROOT
from api.dev.processes import ON_ALL_CORES, CommandFailed, call, python
from api.dev.requirement_lines import read_lines
from api.dev.requirement_report import report
from api.dev.requirement_results import read_results


def main(arguments: list[str]) -> int:
    """Runs the whole suite first when the last whole run is older than the code."""
    if not is_fresh(REQUIREMENT_RESULTS):
        say("No results of a whole run are newer than the code: running all tests.")
        test.prepare()
        call(python("-m", "pytest", "-q", *ON_ALL_CORES))
    if not REQUIREMENT_RESULTS.exists():
        raise CommandFailed("The tests did not run to their end, so nothing is known about the lines.")
    for line in report(read_lines(REQUIREMENT_LINES.read_text()), read_results(REQUIREMENT_RESULTS)):
        say(line)
    return 0


def is_fresh(results: Path) -> bool:
    if not results.exists():
        return False
    recorded = results.stat().st_mtime
    code = (file for package in PYTHON_PACKAGES for file in (ROOT / package).rglob("*.py"))
    return all(file.stat().st_mtime <= recorded for file in (REQUIREMENT_LINES, *code))
