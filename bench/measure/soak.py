"""Hours of pages, steps and live sockets: does the memory stay flat?"""

from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from statistics import linear_regression, mean

from bench.clients.load import CLAIMS, Task
from bench.data.cast import Size, reviewer_token
from bench.data.load import sqlite_copy
from bench.documents import WORK_CHANGED
from bench.measure.crowd import crowd
from bench.measure.fanout import LISTENERS_FROM, VIEWERS
from bench.measure.page import walk
from bench.measure.rounds import load
from bench.measure.work import claims
from bench.peers.catalogue import ours
from bench.processes import Server, running

SOCKETS = 50
PAGE_CLIENTS, WORK_CLIENTS = 4, 2
SAMPLES = 60
LONG_SECONDS = 600.0
LONG_LIMIT, SHORT_LIMIT = 0.03, 0.15
"""Share by which memory may grow over the second half; a short run is still filling its caches."""


@dataclass(frozen=True)
class Soak:
    """Resident kilobytes at each sample; `growth` is the straight line's share over the second half."""

    seconds: float
    pages: int
    steps: int
    memory_kb: list[int]
    growth: float

    @property
    def limit(self) -> float:
        return LONG_LIMIT if self.seconds >= LONG_SECONDS else SHORT_LIMIT

    @property
    def flat(self) -> bool:
        return self.growth <= self.limit


def soak(seconds: float, folder: Path, size: Size) -> Soak:
    server = ours(sqlite_copy(size, folder), folder)
    with running([server]), crowd() as people, ThreadPoolExecutor() as side:
        tokens = [reviewer_token(LISTENERS_FROM + number) for number in range(VIEWERS)]
        people.open(server.port, SOCKETS, tokens, WORK_CHANGED)
        reading = side.submit(load, _reading(server, seconds))
        working = side.submit(load, _working(server, seconds))
        memory = []
        while not (reading.done() and working.done()):
            people.settle(seconds / SAMPLES)
            memory.append(server.memory_kb())
        return Soak(seconds, reading.result().answered, working.result().answered, memory, growth(memory))


def growth(memory_kb: Sequence[int]) -> float:
    """Share that the second half grows by, by least squares."""
    half = memory_kb[len(memory_kb) // 2 :]
    slope, _ = linear_regression(range(len(half)), half)
    return slope * (len(half) - 1) / mean(half)


def _reading(server: Server, seconds: float) -> Task:
    return Task(server.port, seconds, PAGE_CLIENTS, token=reviewer_token(1), pages=walk(server)[0])


def _working(server: Server, seconds: float) -> Task:
    items = claims(server, WORK_CLIENTS)
    return Task(server.port, seconds, WORK_CLIENTS, kind=CLAIMS, claims=items)
