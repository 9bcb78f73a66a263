"""Skips tests whose server or program is not on this machine, and says why; `--no-skips` refuses all skips."""

import os
from collections.abc import Generator
from functools import cache

import pytest

from api.dev.processes import environment
from tests.plugins.needs import NEEDS


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--no-skips", action="store_true", help="every skipped test is a failure")


def pytest_configure() -> None:
    # Node may live in the virtual environment; however pytest is started, tests find the same one.
    os.environ["PATH"] = environment()["PATH"]


def pytest_report_header() -> list[str]:
    return [f"{marker}: {why_missing(marker) or 'available'}" for marker in NEEDS]


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        for marker in NEEDS:
            if item.get_closest_marker(marker) and (reason := why_missing(marker)):
                item.add_marker(pytest.mark.skip(reason=reason))


@cache
def why_missing(marker: str) -> str | None:
    return NEEDS[marker]()


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(
    item: pytest.Item,
) -> Generator[None, pytest.TestReport, pytest.TestReport]:
    report = yield
    if item.config.getoption("--no-skips") and not hasattr(report, "wasxfail"):
        refuse_skip(report)
    return report


@pytest.hookimpl(wrapper=True)
def pytest_make_collect_report(
    collector: pytest.Collector,
) -> Generator[None, pytest.CollectReport, pytest.CollectReport]:
    report = yield
    if collector.config.getoption("--no-skips"):
        refuse_skip(report)
    return report


def refuse_skip(report: pytest.TestReport | pytest.CollectReport) -> None:
    if report.outcome == "skipped":
        report.outcome = "failed"
        report.longrepr = f"{reason_of(report)} (a skip is a failure in this run)"


def reason_of(report: pytest.TestReport | pytest.CollectReport) -> str:
    """pytest keeps a skip's place as (file, line, reason)."""
    return str(report.longrepr[2]) if isinstance(report.longrepr, tuple) else str(report.longrepr)
