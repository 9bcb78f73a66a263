"""docs/performance.md: one page, written whole by every run; explanations stand in docs/performance-notes.md."""

from collections.abc import Callable

from bench.places import CHART, NOTES, PAGE
from bench.report import tables
from bench.report.chart import chart
from bench.results import Results

Section = tuple[str, str, str, Callable[[Results], str]]
INTRODUCTION = f"""# Performance

Written by `./dev bench`; do not edit. Explanations are written by hand in [{NOTES.name}]({NOTES.name}) and included below.
All servers run side by side in one run: each held on core 0, the client on the last core, rounds in shuffled order, the
others stopped while one is measured. Figures are medians of the rounds, ratios are medians of the ratios of each round.
Before anything is timed, every server's answers are compared with ours after JSON decoding.

`./dev bench` is the whole run (about 12 minutes), `--quick` a short one (under 5), `--only SECTION` one section, `--million`
adds 1,000,000 registrations, `--soak 60m` is the endurance run, `--smoke` the check with floors that `./dev check` runs.
"""
SECTIONS: tuple[Section, ...] = (
    (
        "page", "A reviewer's queue page",
        "50 registrations with applicant, employer and steps out of 10,000, random pages, with the reviewer's own "
        "permissions read from the session each time. The peers over SQLite read the same file's copy; the "
        "hand-written endpoint (Starlette, aiosqlite, orjson, no GraphQL) is the limit. Node peers use `node:sqlite`.",
        tables.pages,
    ),
    (
        "postgres", "The same page over PostgreSQL",
        "Ours and PostGraphile over one database; PostGraphile's permissions are views and a role, its names are "
        "made ours by aliases. The database is not held on a core: with two cores it shares the client's.",
        tables.over_postgres,
    ),
    (
        "fanout", "One event to many sockets",
        "From the time that the event itself carries (for ours the beginning of its transaction) to the last socket "
        "that has it; ten signed-in reviewers share the sockets. `websockets.broadcast` sends the same octets to "
        "all and is the limit. Processor time from /proc, memory as resident memory per further subscriber.",
        tables.fan_outs,
    ),
    (
        "different", "Different events to different subscribers",
        "Each applicant listens to their own case; one entry for each is appended by another process. Statements are "
        "counted on the wire to PostgreSQL, less what the idle service asks in that time.",
        tables.different,
    ),
    (
        "announcing", "A batch announced",
        "Each applicant listens to their own case and is told when the batch passes it; meanwhile a reviewer asks for a "
        "page again and again, on one connection. Service, database and both share one process and one core.",
        tables.announced,
    ),
    (
        "importing", "Persons imported",
        "A CSV is uploaded, read and checked row by row in a process of its own, previewed, confirmed, and written in one "
        "transaction. Service and database share one core with the reading.",
        tables.imported,
    ),
    (
        "steps", "A step of the workflow",
        "16 reviewers claim and release work items: session, permissions, idempotency key, four-eyes rule, versioned "
        "update and journal in one transaction; the stock server does the same reads and writes with the same care for "
        "a commit (`synchronous=NORMAL`).",
        tables.steps,
    ),
    (
        "journal", "Between processes",
        "Two processes over PostgreSQL: one makes the change, a socket of the other one hears of it.",
        tables.journal,
    ),
    (
        "size", "Cost against size",
        "The same page out of more rows, and a reviewer's open work by deadline. The cost against sockets stands in the "
        "table of one event above; with more than 1,000 only ours and the limit are measured.",
        tables.sizes,
    ),
    (
        "soak", "Endurance",
        "Pages, steps and live sockets all the time; the straight line through the resident memory of the second "
        "half must not rise by more than 3 % (15 % in a run of less than ten minutes).",
        tables.soaks,
    ),
)  # fmt: skip


def write(results: Results) -> None:
    CHART.write_text(chart(results))
    PAGE.write_text(text(results))


def text(results: Results) -> str:
    parts = [
        INTRODUCTION,
        _warning(results),
        _machine(results),
        "## Must reach\n\n" + tables.targets(results),
    ]
    parts.append(f"![requests a second and processor time]({CHART.name})\n")
    for name, title, words, show in SECTIONS:
        shown = show(results)
        body = shown or "Not measured in this run.\n"
        when = f" Measured {results.when[name]}." if shown and name in results.when else ""
        parts.append(
            f"## {title}\n\n{words}\n\n{body}\nPrinted by `{tables.command(results, name)}`.{when}\n"
        )
    parts.append(NOTES.read_text() if NOTES.exists() else "")
    return "\n".join(part for part in parts if part)


def _warning(results: Results) -> str:
    if results.machine.get("busy") != "yes":
        return ""
    return (
        "> **The machine was busy with other work during this run.** The figures below are far from what it can do, "
        "and ratios are rough.\n"
    )


def _machine(results: Results) -> str:
    rows = [[name, value] for name, value in results.machine.items() if name != "busy"]
    return tables.table(["machine", ""], rows)
