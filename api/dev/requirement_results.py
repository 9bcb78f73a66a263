"""What the last whole test run said about each requirement line: pytest writes it, a command reads it."""

import json
from enum import StrEnum
from pathlib import Path
from typing import TypeAlias


class Outcome(StrEnum):
    """As pytest names them."""

    PASSED = "passed"
    FAILED = "failed"
    SKIPPED = "skipped"


# "S0-12" -> {"tests/printing/test_photo.py::test_size": Outcome.PASSED}
Results: TypeAlias = dict[str, dict[str, Outcome]]


def read_results(file: Path) -> Results:
    stored = json.loads(file.read_text())
    return {number: {test: Outcome(said) for test, said in tests.items()} for number, tests in stored.items()}


def write_results(file: Path, results: Results) -> None:
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(json.dumps(results, indent=1, sort_keys=True))


def is_proved(tests: dict[str, Outcome]) -> bool:
    """At least one test passes and none fails: a line that half its tests contradict is not proved."""
    return Outcome.PASSED in tests.values() and Outcome.FAILED not in tests.values()
