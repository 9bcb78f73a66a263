"""The same page out of more rows: what 10,000, 100,000 and 1,000,000 registrations cost."""

from dataclasses import dataclass, replace
from pathlib import Path

from bench.data.cast import Size
from bench.data.load import sqlite_copy
from bench.measure.form import Form
from bench.measure.page import page_speed
from bench.peers.catalogue import hand_written, ours
from bench.processes import running

ROUNDS = 3


@dataclass(frozen=True)
class SizeCost:
    """Requests a second and milliseconds at the form's largest number of connections."""

    registrations: int
    server: str
    rate: float
    p50: float
    p99: float


def size_costs(form: Form, folder: Path) -> list[SizeCost]:
    found: list[SizeCost] = []
    short = replace(form, connections=(max(form.connections),), rounds=min(form.rounds, ROUNDS))
    for registrations in form.sizes:
        url = sqlite_copy(Size(registrations), folder)
        servers = [ours(url, folder), hand_written(url)]
        with running(servers):
            speeds = page_speed(servers, short)
        found += [SizeCost(registrations, one.server, one.rate, one.p50, one.p99) for one in speeds]
    return found
