"""The words of `./dev requirements`."""

from collections.abc import Iterator, Sequence

from api.dev.requirement_lines import SECTIONS, section_of
from api.dev.requirement_results import Outcome, Results, is_proved


def report(lines: dict[str, str], results: Results) -> Iterator[str]:
    """Per section: how many lines have a passing test, which have none, which have a failing one."""
    proved = [number for number in lines if is_proved(results.get(number, {}))]
    for section in SECTIONS:
        yield from section_report(section, [n for n in lines if section_of(n) == section], proved, results)
    yield f"All  {len(proved)} of {len(lines)} lines have a passing test"


def section_report(section: str, numbers: list[str], proved: list[str], results: Results) -> Iterator[str]:
    here = [number for number in numbers if number in proved]
    failing = [number for number in numbers if Outcome.FAILED in results.get(number, {}).values()]
    without = [number for number in numbers if number not in here and number not in failing]
    yield f"{section:<3}  {len(here)} of {len(numbers)} lines have a passing test"
    if failing:
        yield f"     a test fails: {runs(failing)}"
    if without:
        yield f"     no passing test: {runs(without)}"


def runs(numbers: Sequence[str]) -> str:
    """ "S0-1 to S0-3, S0-7" of S0-1, S0-2, S0-3, S0-7."""
    groups: list[list[str]] = []
    for number in numbers:
        if groups and count_of(number) == count_of(groups[-1][-1]) + 1:
            groups[-1].append(number)
        else:
            groups.append([number])
    return ", ".join(f"{group[0]} to {group[-1]}" if len(group) > 1 else group[0] for group in groups)


def count_of(number: str) -> int:
    return int(number.partition("-")[2])
