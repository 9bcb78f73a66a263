"""From an entry of the journal to the frame at a socket of another process (PostgreSQL)."""

from dataclasses import dataclass
from pathlib import Path
from random import Random

from bench.clients.load import quantile
from bench.data.cast import reviewer_token
from bench.documents import WORK_CHANGED
from bench.measure.crowd import crowd
from bench.measure.fanout import LISTENERS_FROM
from bench.measure.form import Form
from bench.measure.work import claims
from bench.peers.catalogue import ours
from bench.processes import running

LONGEST_PAUSE_SECONDS = 0.2


@dataclass(frozen=True)
class JournalLag:
    """Milliseconds from the time that the event carries (the beginning of its change) to its frame elsewhere."""

    events: int
    p50: float
    p99: float
    largest: float


def journal_lag(database_url: str, data_dir: Path, form: Form) -> JournalLag:
    """One process changes, the other one tells; pauses are drawn so that no clock of the service is met in step."""
    changes = ours(database_url, data_dir / "a", "zhiye a")
    tells = ours(database_url, data_dir / "b", "zhiye b")
    chance, lags = Random(3), list[float]()  # noqa: S311 pauses, no secret
    with running([changes, tells]), crowd() as people:
        people.open(tells.port, 1, [reviewer_token(LISTENERS_FROM)], WORK_CHANGED)
        people.settle(1.0)
        people.trigger(changes.port, claim=claims(changes, 1)[0])
        for _ in range(form.journal_events):
            people.settle(chance.random() * LONGEST_PAUSE_SECONDS)
            lags.append(people.event()["last_ms"] / 1000)
    ordered = sorted(lags)
    return JournalLag(len(lags), quantile(ordered, 0.5), quantile(ordered, 0.99), ordered[-1] * 1000)
