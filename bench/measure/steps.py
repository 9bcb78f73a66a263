"""A step of the workflow by 16 clients: claim and release, with every check, its event and its idempotency key."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from statistics import median

from bench.clients.load import CLAIMS, Outcome, Task
from bench.measure.form import Form
from bench.measure.rounds import interleaved, load
from bench.measure.work import Claim
from bench.processes import Server

CLIENTS = 16


@dataclass(frozen=True)
class StepSpeed:
    """Medians of the rounds."""

    server: str
    rate: float
    p50: float
    p99: float
    rates: list[float]


def step_speed(servers: Sequence[Server], items: Mapping[str, list[Claim]], form: Form) -> list[StepSpeed]:
    """`items`: for each server the work items in its own database.

    Every client begins with a claim, so each round asks for items that nobody holds: the next sixteen.
    """

    def ask(turn: int, server: Server) -> Outcome:
        first = (turn + 1) * CLIENTS
        return load(_task(server, items[server.name][first : first + CLIENTS], form.seconds))

    for server in servers:
        load(_task(server, items[server.name][:CLIENTS], form.warm_seconds))
    rounds = interleaved(servers, form.rounds, ask)
    return [_median(name, outcomes) for name, outcomes in rounds.items()]


def _task(server: Server, items: Sequence[Claim], seconds: float) -> Task:
    return Task(server.port, seconds, CLIENTS, kind=CLAIMS, claims=list(items))


def _median(name: str, outcomes: Sequence[Outcome]) -> StepSpeed:
    return StepSpeed(
        name,
        median(one.rate for one in outcomes),
        median(one.p50 for one in outcomes),
        median(one.p99 for one in outcomes),
        [one.rate for one in outcomes],
    )
