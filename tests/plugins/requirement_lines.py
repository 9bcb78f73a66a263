"""Writes down, after a whole run, what the tests said about each line of docs/requirements.md."""

from collections.abc import Generator, Iterator
from pathlib import Path

import pytest

from api.dev.paths import REQUIREMENT_LINES, REQUIREMENT_RESULTS, ROOT
from api.dev.requirement_lines import read_lines
from api.dev.requirement_results import Outcome, Results, write_results

LINES = "requirement lines"
NARROWING_OPTIONS = ("keyword", "markexpr", "deselect", "lf", "failedfirst", "collectonly", "maxfail")


def pytest_configure(config: pytest.Config) -> None:
    if not hasattr(config, "workerinput"):  # one of several processes that run tests for another
        config.pluginmanager.register(Recorder())


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """A test that names a line which does not exist proves nothing: the run stops."""
    known = read_lines((config.rootpath / REQUIREMENT_LINES.relative_to(ROOT)).read_text())
    for item in items:
        for number in numbers_of(item):
            if number not in known:
                raise pytest.UsageError(f"{item.nodeid}: docs/requirements.md has no line {number!r}")


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(
    item: pytest.Item,
) -> Generator[None, pytest.TestReport, pytest.TestReport]:
    report = yield
    report.user_properties.append((LINES, list(numbers_of(item))))  # goes along to the process that writes
    return report


class Recorder:
    """Hears of every test, also of those that ran in other processes."""

    def __init__(self) -> None:
        self.results: Results = {}

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        lines = dict(report.user_properties).get(LINES)
        for number in lines if isinstance(lines, list) else ():
            tests = self.results.setdefault(number, {})
            tests[report.nodeid] = worse(tests.get(report.nodeid), Outcome(report.outcome))

    def pytest_sessionfinish(self, session: pytest.Session) -> None:
        if is_whole(session):
            write_results(results_file(session.config.rootpath), self.results)


def numbers_of(item: pytest.Item) -> Iterator[str]:
    for marker in item.iter_markers("requirement"):
        yield from marker.args


def worse(before: Outcome | None, now: Outcome) -> Outcome:
    """A test has passed when its set-up, its body and its tear-down all have."""
    if before in (None, Outcome.PASSED):
        return now
    return Outcome.FAILED if Outcome.FAILED in (before, now) else Outcome(before)


def is_whole(session: pytest.Session) -> bool:
    """All tests were asked for and none was left out: only then is a missing result an answer."""
    config = session.config
    everything = config.args_source is pytest.Config.ArgsSource.TESTPATHS
    narrowed = any(config.getoption(option, None) for option in NARROWING_OPTIONS)
    broken_off = session.shouldstop or session.shouldfail
    return everything and not narrowed and not broken_off


def results_file(root: Path) -> Path:
    return root / REQUIREMENT_RESULTS.relative_to(ROOT)
