"""How long and how wide a run is: the full one, the quick one and the smoke test are the same measurements."""

from dataclasses import dataclass


@dataclass(frozen=True, kw_only=True)
class Form:
    """`rounds` of `seconds` at each number of `connections`; `sockets` that get `events`."""

    name: str
    rounds: int
    seconds: float
    warm_seconds: float
    connections: tuple[int, ...]
    sockets: tuple[int, ...]
    fanout_rounds: int
    events: int
    different: int
    """Subscribers of whom each gets an event of their own."""
    journal_events: int
    imported: int
    """People in the file that is imported."""
    sizes: tuple[int, ...]
    postgres: bool = True


FULL = Form(
    name="full",
    rounds=5,
    seconds=1.5,
    warm_seconds=1.0,
    connections=(1, 16),
    sockets=(100, 1000, 5000, 10_000),
    fanout_rounds=2,
    events=5,
    different=10_000,
    journal_events=300,
    imported=10_000,
    sizes=(10_000, 100_000),
)
LARGEST_SIZE = 1_000_000
"""Measured when asked for: filling it takes minutes."""
QUICK = Form(
    name="quick",
    rounds=3,
    seconds=0.7,
    warm_seconds=0.4,
    connections=(16,),
    sockets=(1000,),
    fanout_rounds=2,
    events=4,
    different=500,
    journal_events=60,
    imported=1_000,
    sizes=(10_000,),
)
SMOKE = Form(
    name="smoke",
    rounds=2,
    seconds=0.7,
    warm_seconds=0.4,
    connections=(16,),
    sockets=(150,),
    fanout_rounds=1,
    events=4,
    different=0,
    journal_events=0,
    imported=0,
    sizes=(),
    postgres=False,
)
