"""A short run with the peers that need nothing installed, and floors under its ratios."""

from collections.abc import Iterator
from dataclasses import dataclass

from api.dev.console import say
from bench.data.cast import Size
from bench.data.load import sqlite_copy
from bench.floors import FANOUT_CPU, FANOUT_LIMIT, PAGE_TO_HAND, PAGE_TO_STOCK, STEP_TO_STOCK, Floor
from bench.measure.fanout import FanOut
from bench.measure.form import SMOKE
from bench.measure.page import PageSpeed, page_speed, ratios
from bench.measure.rounds import ratio
from bench.measure.steps import CLIENTS, step_speed
from bench.measure.work import claims
from bench.peers import catalogue
from bench.peers.catalogue import BROADCAST, HAND, OURS, STOCK
from bench.processes import running
from bench.report import targets
from bench.results import Results
from bench.sections import Setting, fanout

REGISTRATIONS = 2_000


@dataclass(frozen=True)
class Judged:
    """One ratio and its floor."""

    floor: Floor
    value: float

    @property
    def passed(self) -> bool:
        return self.value >= self.floor.least

    def __str__(self) -> str:
        word = "ok    " if self.passed else "TOO LOW"
        return f"{word} {self.floor.what}: {self.value:.3g}, at least {self.floor.least:g}"


def smoke() -> int:
    """0 when every ratio is above its floor."""
    results, setting = Results(), Setting(SMOKE, Size(REGISTRATIONS), frozenset(), None)
    _pages_and_steps(setting, results)
    fanout(setting, results)
    judged = list(judge(results))
    for one in judged:
        say(str(one))
    return 0 if all(one.passed for one in judged) else 1


def _pages_and_steps(setting: Setting, results: Results) -> None:
    """Both on the same servers: every start costs seconds."""
    own = setting.folder("ours")
    ours = catalogue.ours(sqlite_copy(setting.size, own), own)
    url = sqlite_copy(setting.size, setting.folder("peers"))
    servers = [ours, catalogue.hand_written(url), catalogue.stock(url)]
    with running(servers):
        results.put("page", SMOKE.name, page_speed(servers, SMOKE))
        free = claims(ours, CLIENTS * (SMOKE.rounds + 1))
        changing = [server for server in servers if server.name != HAND]
        items = {server.name: free for server in changing}
        results.put("steps", SMOKE.name, step_speed(changing, items, SMOKE))


def judge(results: Results) -> Iterator[Judged]:
    pages = ratios(results.get("page", PageSpeed), OURS, max(SMOKE.connections))
    yield Judged(PAGE_TO_STOCK, pages[STOCK])
    yield Judged(PAGE_TO_HAND, pages[HAND])
    yield Judged(STEP_TO_STOCK, targets.step(results) or 0)
    by_name = {one.server: one for one in results.get("fanout", FanOut)}
    yield Judged(FANOUT_CPU, ratio(by_name[STOCK].cpus, by_name[OURS].cpus))
    yield Judged(FANOUT_LIMIT, ratio(by_name[BROADCAST].lasts, by_name[OURS].lasts))
