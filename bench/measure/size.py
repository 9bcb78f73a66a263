"""The same pages out of more rows: what 10,000, 100,000 and 1,000,000 registrations cost."""

from dataclasses import dataclass, replace
from pathlib import Path

from bench.data.cast import Size
from bench.data.load import sqlite_copy
from bench.documents import WORK_PAGE
from bench.measure.form import Form
from bench.measure.page import page_speed
from bench.peers.catalogue import OURS, hand_written, ours
from bench.processes import running

ROUNDS = 3
CASES, WORK = "cases under review, oldest first", "open work, by deadline"


@dataclass(frozen=True)
class SizeCost:
    """Requests a second and milliseconds of one page at the form's largest number of connections."""

    registrations: int
    page: str
    server: str
    rate: float
    p50: float
    p99: float


def size_costs(form: Form, folder: Path) -> list[SizeCost]:
    found: list[SizeCost] = []
    short = replace(form, connections=(max(form.connections),), rounds=min(form.rounds, ROUNDS))
    for registrations in form.sizes:
        url = sqlite_copy(Size(registrations), folder)
        own, hand = ours(url, folder), hand_written(url)
        with running([own, hand]):
            for page, servers, documents in ((CASES, [own, hand], {}), (WORK, [own], {OURS: WORK_PAGE})):
                speeds = page_speed(servers, short, documents)
                found += [
                    SizeCost(registrations, page, one.server, one.rate, one.p50, one.p99) for one in speeds
                ]
    return found
