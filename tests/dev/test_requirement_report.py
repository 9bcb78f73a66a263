"""Counting requirement lines."""

import os
from pathlib import Path

import pytest

from api.dev.commands.requirements import is_fresh
from api.dev.paths import REQUIREMENT_LINES
from api.dev.requirement_lines import read_lines, section_of
from api.dev.requirement_report import report, runs
from api.dev.requirement_results import Outcome, Results, is_proved, read_results, write_results

PAGE = """# Title
## S0
- S0-1 First. Mentions S0-9.
- S0-2 [trap] Second.
  - S0-8 not a line of its own
- X-1 A question.
- D-1 (S0-2) A decision.
"""
PASSED, FAILED, SKIPPED = Outcome.PASSED, Outcome.FAILED, Outcome.SKIPPED


def test_lines_are_the_numbered_ones_at_the_margin() -> None:
    assert list(read_lines(PAGE)) == ["S0-1", "S0-2", "D-1"]
    assert read_lines(PAGE)["S0-2"] == "[trap] Second."


def test_the_page_holds_all_five_manuals_and_the_decisions() -> None:
    lines = read_lines(REQUIREMENT_LINES.read_text())
    counted = {name: sum(section_of(line) == name for line in lines) for name in ("S0", "S4", "D")}
    last = {name: max(int(n.partition("-")[2]) for n in lines if section_of(n) == name) for name in counted}
    assert counted == last, "a number is missing or stands twice"


@pytest.mark.parametrize(
    ("tests", "proved"),
    [
        ({}, False),
        ({"a": PASSED}, True),
        ({"a": PASSED, "b": SKIPPED}, True),
        ({"a": SKIPPED}, False),
        ({"a": PASSED, "b": FAILED}, False),
    ],
)
def test_a_line_is_proved_by_a_pass_that_nothing_contradicts(tests: dict[str, Outcome], proved: bool) -> None:
    assert is_proved(tests) is proved


def test_the_report_counts_per_section_and_names_the_rest() -> None:
    results: Results = {"S0-1": {"a": PASSED}, "D-1": {"b": FAILED}}
    said = list(report(read_lines(PAGE), results))
    assert said[:2] == [
        "S0   1 of 2 lines have a passing test",
        "     no passing test: S0-2",
    ]
    assert said[-3:] == [
        "D    0 of 1 lines have a passing test",
        "     a test fails: D-1",
        "All  1 of 3 lines have a passing test",
    ]


def test_neighbours_are_told_as_one() -> None:
    assert runs(["S0-1", "S0-2", "S0-3", "S0-7"]) == "S0-1 to S0-3, S0-7"


def test_results_come_back_as_they_were_written(tmp_path: Path) -> None:
    results: Results = {"S0-1": {"a": PASSED}, "S0-2": {"a": SKIPPED, "b": FAILED}}
    write_results(tmp_path / "new" / "results.json", results)
    assert read_results(tmp_path / "new" / "results.json") == results


def test_results_older_than_the_code_are_not_fresh(tmp_path: Path) -> None:
    file = tmp_path / "results.json"
    assert not is_fresh(file)
    file.write_text("{}")
    assert is_fresh(file)
    os.utime(file, (0, 0))
    assert not is_fresh(file)
