"""Writes down, after a whole run, what the tests said about each line of docs/requirements.md."""

from collections.abc import Generator, Iterator
from pathlib import Path

import pytest

from api.dev.paths import REQUIREMENT_LINES, REQUIREMENT_RESULTS, ROOT
from api.dev.requirement_lines import read_lines
from api.dev.requirement_results import Outcome, Results, write_results

RESULTS = pytest.StashKey[Results]()
NARROWING_OPTIONS = ("keyword", "markexpr", "deselect", "lf", "failedfirst", "collectonly", "maxfail")


def pytest_configure(config: pytest.Config) -> None:
    config.stash[RESULTS] = {}


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
    for number in numbers_of(item):
        tests = item.config.stash[RESULTS].setdefault(number, {})
        tests[item.nodeid] = worse(tests.get(item.nodeid), Outcome(report.outcome))
    return report


def pytest_sessionfinish(session: pytest.Session) -> None:
    if is_whole(session):
        write_results(results_file(session.config.rootpath), session.config.stash[RESULTS])


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
