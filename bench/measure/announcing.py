"""A batch is announced: how long until every applicant was told live, and how much slower others are served meanwhile."""

import time
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from statistics import median

from bench.clients.http import measure, request
from bench.data.batched import batch_waits, begin
from bench.data.cast import applicant_token, reviewer_token
from bench.documents import OWN_CASE, PAGE
from bench.measure.crowd import crowd
from bench.measure.page import body
from bench.peers.catalogue import ours
from bench.processes import running

IDLE_SECONDS = 3.0
MILLISECONDS = 1000.0


@dataclass(frozen=True)
class Announcing:
    """`seconds`: from the announcement to the last applicant's frame. Milliseconds: a reviewer's page, median, with
    nothing else to do and while the batch is carried out."""

    applicants: int
    seconds: float
    alone_ms: float
    beside_ms: float

    @property
    def slower(self) -> float:
        return self.beside_ms / self.alone_ms


@dataclass
class Page:
    """One connection that asks for the same page again and again."""

    raw: bytes

    def next(self, answer: bytes | None) -> bytes:
        return self.raw


def announcing(database_url: str, folder: Path, applicants: int) -> Announcing:
    """SQLite: service, database and everybody's queries share one process."""
    batch_waits(database_url, applicants)
    server = ours(database_url, folder)
    with running([server]), crowd() as people, ThreadPoolExecutor(1) as pool:
        tokens = [applicant_token(number) for number in range(1, applicants + 1)]
        people.open(server.port, applicants, tokens, OWN_CASE)
        people.settle(IDLE_SECONDS)
        page = Page(request(server.port, reviewer_token(1), body({"first": PAGE, "after": None}).encode()))
        alone = measure(server.port, [page], IDLE_SECONDS).seconds
        people.begin_burst(applicants)
        began = time.time()
        begin(database_url)
        asked = pool.submit(people.end_burst)
        beside: list[float] = []
        while not asked.done():
            beside += measure(server.port, [page], 1.0).seconds
        lasted = asked.result()["last"] - began
    return Announcing(applicants, lasted, median(alone) * MILLISECONDS, median(beside) * MILLISECONDS)
