"""Run what the continuous integration runs; shows every failure, not only the first."""

import time
from dataclasses import dataclass

from api.dev.checks import STEPS, Step, guarded
from api.dev.console import say
from api.dev.processes import Finished


@dataclass(frozen=True, slots=True)
class Result:
    """How a step ended, after how many seconds."""

    name: str
    finished: Finished
    seconds: float

    def __str__(self) -> str:
        word = "passed" if self.finished.passed else "FAILED"
        return f"{word}  {self.name:<16} {self.seconds:6.1f} s"


def main(arguments: list[str]) -> int:
    """0 when all steps passed. The last line is pytest's own closing line."""
    results = [run(step) for step in STEPS]
    failed = [result for result in results if not result.finished.passed]
    summarise(results, failed)
    say(closing_line(results[-1].finished))
    return 1 if failed else 0


def run(step: Step) -> Result:
    say(f"-- {step.name} ...")
    began = time.monotonic()
    finished = guarded(step)
    result = Result(step.name, finished, time.monotonic() - began)
    if not finished.passed and not step.streamed:
        say(finished.output.rstrip())
    say(f"   {result}")
    return result


def summarise(results: list[Result], failed: list[Result]) -> None:
    say()
    for result in results:
        say(str(result))
    names = ", ".join(result.name for result in failed)
    say(f"{len(failed)} of {len(results)} steps failed{': ' if names else '.'}{names}")


def closing_line(tests: Finished) -> str:
    lines = [line for line in tests.output.splitlines() if line.strip()]
    return lines[-1] if lines else "The tests said nothing."
