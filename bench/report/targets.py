"""What must be reached (issue 3), each as a ratio within one run, and how it is read from the results."""

from collections.abc import Callable
from dataclasses import dataclass

from bench.measure.announcing import Announcing
from bench.measure.different import Different
from bench.measure.fanout import FanOut
from bench.measure.form import LARGEST_SIZE
from bench.measure.importing import Imported
from bench.measure.journal import JournalLag
from bench.measure.page import PageSpeed
from bench.measure.page import ratios as page_ratios
from bench.measure.rounds import ratio
from bench.measure.size import CASES, WORK, SizeCost
from bench.measure.steps import StepSpeed
from bench.peers.catalogue import BROADCAST, GRAPHQL_WS, HAND, MERCURIUS, OURS, STOCK
from bench.results import Results

CONNECTIONS = 16
ANNOUNCED = 10_000
IMPORTED = 10_000

IDLE_KB, JOURNAL_MS, GROWTH = 30.0, 50.0, 1.3
USUAL_SIZE = 100_000


@dataclass(frozen=True)
class Target:
    """`value` is read from a section, None where that was not measured. `most`: smaller is better."""

    what: str
    wanted: float
    section: str
    value: Callable[[Results], float | None]
    most: bool = False

    def reached(self, results: Results) -> bool | None:
        found = self.value(results)
        if found is None:
            return None
        return found <= self.wanted if self.most else found >= self.wanted


def page(against: str) -> Callable[[Results], float | None]:
    """Ours to theirs at 16 connections."""

    def value(results: Results) -> float | None:
        found = results.get("page", PageSpeed)
        return page_ratios(found, OURS, CONNECTIONS).get(against) if found else None

    return value


def _fan_outs(results: Results, name: str) -> dict[int, FanOut]:
    return {one.sockets: one for one in results.get("fanout", FanOut) if one.server == name}


def last(over: str, under: str, sockets: int) -> Callable[[Results], float | None]:
    """Last delivery of one server to that of another, median over the rounds."""

    def value(results: Results) -> float | None:
        first, second = _fan_outs(results, over).get(sockets), _fan_outs(results, under).get(sockets)
        return ratio(first.lasts, second.lasts) if first and second else None

    return value


def cpu(results: Results) -> float | None:
    """Stock to ours, at the largest number of sockets that both were measured with."""
    theirs, own = _fan_outs(results, STOCK), _fan_outs(results, OURS)
    if not theirs or not own:
        return None
    sockets = max(own.keys() & theirs.keys())
    return ratio(theirs[sockets].cpus, own[sockets].cpus)


def idle(results: Results) -> float | None:
    """At the largest number of sockets, where what all share weighs least."""
    own = _fan_outs(results, OURS)
    return own[max(own)].idle_kb if own else None


def step(results: Results) -> float | None:
    by_name = {one.server: one for one in results.get("steps", StepSpeed)}
    return ratio(by_name[OURS].rates, by_name[STOCK].rates) if by_name else None


def statements(results: Results) -> float | None:
    found = results.get("different", Different)
    return found[0].per_batch if found else None


def told(results: Results) -> float | None:
    """Seconds, as if it had been 10,000."""
    found = results.get("announcing", Announcing)
    return found[0].seconds * ANNOUNCED / found[0].applicants if found else None


def slowed(results: Results) -> float | None:
    found = results.get("announcing", Announcing)
    return found[0].slower if found else None


def imported(results: Results) -> float | None:
    """Seconds, as if it had been 10,000 people."""
    found = results.get("importing", Imported)
    return found[0].seconds * IMPORTED / found[0].people if found else None


def lag(results: Results) -> float | None:
    found = results.get("journal", JournalLag)
    return found[0].p99 if found else None


def growth(page: str) -> Callable[[Results], float | None]:
    """Median of ours out of a million rows to that out of a hundred thousand."""

    def value(results: Results) -> float | None:
        own = {
            one.registrations: one.p50
            for one in results.get("size", SizeCost)
            if one.server == OURS and one.page == page
        }
        return own[LARGEST_SIZE] / own[USUAL_SIZE] if {LARGEST_SIZE, USUAL_SIZE} <= own.keys() else None

    return value


STATEMENTS = 4
"""One for each level of the document that applicants listen with (the case, the applicant, the stages), and one that
reads the 500 entries themselves."""
PAGE, FANOUT = "page", "fanout"
TARGETS = (
    Target("queue page, 16 connections: ours / hand-written endpoint", 0.9, PAGE, page(HAND)),
    Target("queue page: ours / Mercurius JIT", 2.0, PAGE, page(MERCURIUS)),
    Target("queue page: ours / stock Strawberry", 40.0, PAGE, page(STOCK)),
    Target("one event to 1,000: last delivery, ours / websockets.broadcast", 1.0, FANOUT, last(OURS, BROADCAST, 1000), most=True),
    Target("one event to 5,000: last delivery, ours / websockets.broadcast", 1.0, FANOUT, last(OURS, BROADCAST, 5000), most=True),
    Target("one event to 1,000: last delivery, graphql-ws / ours", 4.0, FANOUT, last(GRAPHQL_WS, OURS, 1000)),
    Target("processor time per delivered message: stock / ours", 20.0, FANOUT, cpu),
    Target("different events to different subscribers: statements per 500 events", STATEMENTS, "different", statements, most=True),
    Target("memory per idle subscriber, KB", IDLE_KB, FANOUT, idle, most=True),
    Target("workflow step, 16 clients: ours / stock Strawberry and Tortoise", 3.0, "steps", step),
    Target("batch announced: seconds until 10,000 applicants were told live", 30.0, "announcing", told, most=True),
    Target("batch announced: a reviewer's page meanwhile / alone", 5.0, "announcing", slowed, most=True),
    Target("10,000 persons imported: seconds from the upload until all are on record", 60.0, "importing", imported, most=True),
    Target("journal entry to frame at another process, p99 ms", JOURNAL_MS, "journal", lag, most=True),
    Target("page of cases: cost out of 1,000,000 / out of 100,000", GROWTH, "size", growth(CASES), most=True),
    Target("page of open work: cost out of 1,000,000 / out of 100,000", GROWTH, "size", growth(WORK), most=True),
)  # fmt: skip
