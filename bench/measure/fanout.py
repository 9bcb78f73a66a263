"""One event to many sockets: until the last has it, processor time a message, memory of an idle subscriber."""

from collections.abc import Sequence
from dataclasses import dataclass
from statistics import median

from bench.data.cast import reviewer_token
from bench.documents import WORK_CHANGED
from bench.measure.crowd import crowd
from bench.measure.form import Form
from bench.measure.rounds import shuffled
from bench.measure.work import claims
from bench.peers.catalogue import BROADCAST, OURS
from bench.processes import Server, running

VIEWERS = 10
"""Reviewers that the sockets are shared out among."""
LISTENERS_FROM = 21
"""Reviewers 21 to 30 listen; the others work."""
WARM_SOCKETS = 50
MANY_SOCKETS = 1000
"""With more than that only ours and the limit are measured: letting them in takes most of a run."""
MOST_SOCKETS = 5000
"""With more than that, once."""
SETTLE_SECONDS = 1.0
MICROSECONDS = 1_000_000


@dataclass(frozen=True)
class FanOut:
    """Medians of the rounds; `client` is the client's own time a message, which must be below the server's."""

    server: str
    sockets: int
    last_ms: float
    cpu_us: float
    idle_kb: float
    client_us: float
    lasts: list[float]
    cpus: list[float]


@dataclass(frozen=True)
class _Round:
    last_ms: float
    cpu_us: float
    idle_kb: float
    client_us: float


def fan_out(servers: Sequence[Server], form: Form) -> list[FanOut]:
    """Every server alone, started anew in each round, so that memory is counted from the same beginning."""
    found: list[FanOut] = []
    for sockets in form.sockets:
        there = [one for one in servers if sockets <= MANY_SOCKETS or one.name in {OURS, BROADCAST}]
        rounds: dict[str, list[_Round]] = {server.name: [] for server in there}
        for _, server in shuffled(there, form.fanout_rounds if sockets <= MOST_SOCKETS else 1):
            with running([server]):
                rounds[server.name].append(_round(server, sockets, form.events))
        found += [_median(name, sockets, measured) for name, measured in rounds.items()]
    return found


def _round(server: Server, sockets: int, events: int) -> _Round:
    tokens = [reviewer_token(LISTENERS_FROM + number) for number in range(VIEWERS)]
    with crowd() as people:

        def more(count: int) -> None:
            same_id = server.name == BROADCAST
            people.open(server.port, count, tokens, WORK_CHANGED, same_id=same_id)
            people.settle(SETTLE_SECONDS)

        more(WARM_SOCKETS)
        before = server.memory_kb()
        more(sockets - WARM_SOCKETS)
        idle_kb = (server.memory_kb() - before) / (sockets - WARM_SOCKETS)
        if server.name == OURS:
            people.trigger(server.port, claim=claims(server, 1)[0])
        else:
            people.trigger(server.port, path="/trigger")
        people.event()
        spent = server.cpu_seconds()
        heard = [people.event() for _ in range(events)]
        messages = sockets * events
        return _Round(
            median(one["last_ms"] for one in heard),
            (server.cpu_seconds() - spent) / messages * MICROSECONDS,
            idle_kb,
            sum(one["client"] for one in heard) / messages * MICROSECONDS,
        )


def _median(name: str, sockets: int, rounds: Sequence[_Round]) -> FanOut:
    return FanOut(
        name,
        sockets,
        median(one.last_ms for one in rounds),
        median(one.cpu_us for one in rounds),
        median(one.idle_kb for one in rounds),
        median(one.client_us for one in rounds),
        [one.last_ms for one in rounds],
        [one.cpu_us for one in rounds],
    )
