"""The HTTP client as a program: a task as JSON on standard input, what was measured as JSON on standard output."""

import json
import sys
from dataclasses import asdict, dataclass, field
from random import Random
from typing import Any

from bench.clients.claims import Claims
from bench.clients.http import Asks, Measured, measure, request

PAGES, CLAIMS = "pages", "claims"


@dataclass(frozen=True)
class Task:
    """What to ask on how many connections for how many seconds. `pages`: bodies, drawn at random with `seed`.

    `claims`: a token and a work item for each connection.
    """

    port: int
    seconds: float
    connections: int
    kind: str = PAGES
    token: str = ""
    pages: list[str] = field(default_factory=list)
    claims: list[tuple[str, str, int]] = field(default_factory=list)
    seed: int = 1


@dataclass(frozen=True)
class Outcome:
    """Requests a second, milliseconds of the median and of the 99th percentile, the client's own share of its core."""

    answered: int
    rate: float
    p50: float
    p99: float
    client: float


class Pages:
    """Asks one of the bodies at random."""

    def __init__(self, task: Task, number: int) -> None:
        self._chance = Random(task.seed * 1000 + number)  # noqa: S311 a sequence to repeat, no secret
        self._requests = [request(task.port, task.token, body.encode()) for body in task.pages]

    def next(self, answer: bytes | None) -> bytes:
        return self._chance.choice(self._requests)


def run(task: Task) -> Outcome:
    askers: list[Asks]
    if task.kind == CLAIMS:
        askers = [Claims(task.port, *claim) for claim in task.claims[: task.connections]]
    else:
        askers = [Pages(task, number) for number in range(task.connections)]
    return outcome(measure(task.port, askers, task.seconds))


def outcome(found: Measured) -> Outcome:
    ordered = sorted(found.seconds)
    return Outcome(
        len(ordered), len(ordered) / found.lasted, quantile(ordered, 0.5), quantile(ordered, 0.99), found.busy
    )


def quantile(ordered: list[float], share: float) -> float:
    """Milliseconds; 0 when nothing was answered."""
    return ordered[min(int(len(ordered) * share), len(ordered) - 1)] * 1000 if ordered else 0.0


def main() -> None:
    given: dict[str, Any] = json.load(sys.stdin)
    json.dump(asdict(run(Task(**given))), sys.stdout)


if __name__ == "__main__":
    main()
