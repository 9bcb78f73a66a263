"""Markdown tables of the sections."""

from collections.abc import Sequence

from bench.measure.announcing import Announcing
from bench.measure.different import Different
from bench.measure.fanout import FanOut
from bench.measure.form import FULL
from bench.measure.importing import Imported
from bench.measure.journal import JournalLag
from bench.measure.page import PageSpeed, ratios
from bench.measure.size import SizeCost
from bench.measure.soak import Soak
from bench.measure.steps import StepSpeed
from bench.peers.catalogue import OURS
from bench.report.targets import TARGETS
from bench.results import Results

MEMORY_FIGURES = 10
WORDS = {True: "reached", False: "**not reached**", None: "not measured"}


def table(head: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    lines = [head, ["---"] * len(head), *rows]
    return "\n".join(f"| {' | '.join(line)} |" for line in lines) + "\n"


def number(value: float | None) -> str:
    """Three figures that count."""
    if value is None:
        return "–"
    if abs(value) >= 100:
        return f"{value:,.0f}"
    return f"{value:.1f}" if abs(value) >= 10 else f"{value:.3g}"


def command(results: Results, section: str) -> str:
    """What prints a section again, in the form in which it was measured."""
    form, million = results.forms.get(section, FULL.name), " --million" if section == "size" else ""
    if section == "soak":
        return f"./dev bench --soak {form}"
    return f"./dev bench{million if form == FULL.name else f' --{form}'} --only {section}"


def targets(results: Results) -> str:
    rows = []
    for one in TARGETS:
        sign = "≤" if one.most else "≥"
        rows.append(
            [one.what, f"{sign} {one.wanted:g}", number(one.value(results)), WORDS[one.reached(results)], f"`{command(results, one.section)}`"]
        )  # fmt: skip
    return table(["what", "at least", "measured", "", "printed by"], rows)


def pages(results: Results, section: str = "page") -> str:
    found = results.get(section, PageSpeed)
    if not found:
        return ""
    to_ours = {count: ratios(found, OURS, count) for count in {one.connections for one in found}}
    rows = [
        [
            one.server, str(one.connections), number(one.rate), number(one.p50), number(one.p99),
            number(to_ours[one.connections].get(one.server)), f"{one.client:.0%}",
        ]
        for one in sorted(found, key=lambda one: (one.connections, -one.rate))
    ]  # fmt: skip
    return table(
        ["server", "connections", "requests/s", "p50 ms", "p99 ms", "ours / it", "client busy"], rows
    )


def over_postgres(results: Results) -> str:
    return pages(results, "postgres")


def fan_outs(results: Results) -> str:
    rows = [
        [one.server, f"{one.sockets:,}", *map(number, (one.last_ms, one.cpu_us, one.idle_kb, one.client_us))]
        for one in sorted(results.get("fanout", FanOut), key=lambda one: (one.sockets, one.last_ms))
    ]
    head = [
        "server",
        "sockets",
        "last delivery ms",
        "server CPU µs/message",
        "KB/idle subscriber",
        "client CPU µs/message",
    ]
    return table(head, rows) if rows else ""  # fmt: skip


def steps(results: Results) -> str:
    found = results.get("steps", StepSpeed)
    rows = [[one.server, *map(number, (one.rate, one.p50, one.p99))] for one in found]
    return table(["server", "steps/s", "p50 ms", "p99 ms"], rows) if rows else ""


def journal(results: Results) -> str:
    rows = [
        [str(one.events), *map(number, (one.p50, one.p99, one.largest))]
        for one in results.get("journal", JournalLag)
    ]
    return table(["events", "p50 ms", "p99 ms", "largest ms"], rows) if rows else ""


def different(results: Results) -> str:
    rows = [
        [f"{one.events:,}", *map(number, (one.statements, one.per_batch, one.seconds, one.cpu_us))]
        for one in results.get("different", Different)
    ]
    head = ["events", "statements", "per 500 events", "seconds until the last frame", "server CPU µs/message"]
    return table(head, rows) if rows else ""


def announced(results: Results) -> str:
    rows = [
        [f"{one.applicants:,}", *map(number, (one.seconds, one.alone_ms, one.beside_ms, one.slower))]
        for one in results.get("announcing", Announcing)
    ]
    head = ["applicants", "seconds until the last frame", "page alone, ms", "page meanwhile, ms", "slower"]
    return table(head, rows) if rows else ""


def imported(results: Results) -> str:
    rows = [
        [f"{one.people:,}", *map(number, (one.checked, one.applied, one.seconds))]
        for one in results.get("importing", Imported)
    ]
    return (
        table(["persons", "seconds until checked", "seconds until written", "together"], rows) if rows else ""
    )


def sizes(results: Results) -> str:
    rows = [
        [f"{one.registrations:,}", one.page, one.server, *map(number, (one.rate, one.p50, one.p99))]
        for one in results.get("size", SizeCost)
    ]
    return table(["registrations", "page", "server", "requests/s", "p50 ms", "p99 ms"], rows) if rows else ""


def soaks(results: Results) -> str:
    rows = [
        [
            f"{one.pages:,}", f"{one.steps:,}", f"{one.memory_kb[0]:,}", f"{one.memory_kb[-1]:,}",
            f"{one.growth:.1%}", "flat" if one.flat else f"**not flat**, at most {one.limit:.0%}",
        ]
        for one in results.get("soak", Soak)
    ]  # fmt: skip
    head = ["pages", "steps", "KB at first", "KB at last", "growth over the second half", ""]
    return table(head, rows) if rows else ""


def memory_line(found: Soak) -> str:
    """Resident megabytes over the time of a run, in at most ten figures."""
    step = max(len(found.memory_kb) // MEMORY_FIGURES, 1)
    each = found.seconds / len(found.memory_kb)
    figures = [f"{at * each:.0f} s {kb / 1024:.1f}" for at, kb in enumerate(found.memory_kb, 1)]
    return f"   memory over time, MB: {', '.join(figures[step - 1 :: step])}"
