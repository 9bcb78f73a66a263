"""Rounds: every server once in each, in an order that is shuffled anew, so that a slow minute hits all of them."""

import json
import subprocess
import sys
from collections.abc import Callable, Iterator, Sequence
from dataclasses import asdict
from random import Random
from statistics import median
from typing import TypeVar

from api.dev.paths import ROOT
from bench.clients.load import Outcome, Task
from bench.processes import CLIENT_CORE, Server, only

T = TypeVar("T")


def shuffled(servers: Sequence[Server], rounds: int, seed: int = 7) -> Iterator[tuple[int, Server]]:
    chance = Random(seed)  # noqa: S311 an order to repeat, no secret
    for turn in range(rounds):
        order = list(servers)
        chance.shuffle(order)
        yield from ((turn, server) for server in order)


def interleaved(
    servers: Sequence[Server], rounds: int, measure: Callable[[int, Server], T]
) -> dict[str, list[T]]:
    """By server, one result for each round. While one is measured the others stand still."""
    found: dict[str, list[T]] = {server.name: [] for server in servers}
    for turn, server in shuffled(servers, rounds):
        with only(server, servers):
            found[server.name].append(measure(turn, server))
    return found


def load(task: Task) -> Outcome:
    """Run the HTTP client on its own core."""
    done = subprocess.run(
        ["taskset", "-c", str(CLIENT_CORE), sys.executable, "-m", "bench.clients.load"],
        input=json.dumps(asdict(task)), capture_output=True, text=True, cwd=ROOT, check=False,
    )  # fmt: skip
    if done.returncode:
        raise RuntimeError(f"the client failed on port {task.port}:\n{done.stderr[-2000:]}")
    return Outcome(**json.loads(done.stdout))


def ratio(ours: Sequence[float], theirs: Sequence[float]) -> float:
    """Median of the ratios of each round."""
    return median(own / other for own, other in zip(ours, theirs, strict=True))
