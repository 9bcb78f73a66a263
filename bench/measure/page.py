"""A reviewer's queue page of 50 with applicant, employer and steps: requests a second at 1 and 16 connections."""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from statistics import median
from typing import Any

from bench.clients.http import ask_once, request
from bench.clients.load import Outcome, Task
from bench.data.cast import reviewer_token
from bench.documents import PAGE, QUEUE_PAGE
from bench.measure.form import Form
from bench.measure.rounds import interleaved, load, ratio
from bench.processes import Server

PAGES_READ = 60
"""Pages that requests are drawn from; a queue with fewer gives all it has."""


class Different(Exception):
    """Two servers gave different data; nothing that they do may be compared."""


@dataclass(frozen=True)
class PageSpeed:
    """Medians of the rounds at one number of connections."""

    server: str
    connections: int
    rate: float
    p50: float
    p99: float
    client: float
    rates: list[float]


def body(variables: dict[str, Any], document: str = QUEUE_PAGE) -> str:
    return json.dumps({"query": document, "variables": variables})


def walk(server: Server, document: str = QUEUE_PAGE, most: int = PAGES_READ) -> tuple[list[str], list[Any]]:
    """Bodies of the requests for page after page, and the nodes each gave. Page cursors are the server's own."""
    bodies, pages = list[str](), list[Any]()
    after: str | None = None
    while len(bodies) < most:
        asked = body({"first": PAGE, "after": after}, document)
        answer = json.loads(ask_once(server.port, request(server.port, reviewer_token(1), asked.encode())))
        page = answer["data"]["registrations"]
        bodies.append(asked)
        pages.append(page["nodes"])
        if not page["pageInfo"]["hasNextPage"]:
            break
        after = page["pageInfo"]["endCursor"]
    return bodies, pages


def same_pages(servers: Sequence[Server], documents: dict[str, str] | None = None) -> dict[str, list[str]]:
    """Requests by server, after every page of all of them was compared with the first server's.

    :raises Different: a page differs.
    """
    requests, wanted = dict[str, list[str]](), list[Any]()
    for server in servers:
        bodies, pages = walk(server, (documents or {}).get(server.name, QUEUE_PAGE))
        wanted = wanted or pages
        for number, (own, first) in enumerate(zip(pages, wanted, strict=True), 1):
            if own != first:
                raise Different(f"{server.name} gave another page {number} than {servers[0].name}")
        requests[server.name] = bodies
    return requests


def page_speed(
    servers: Sequence[Server], form: Form, documents: dict[str, str] | None = None
) -> list[PageSpeed]:
    """Compare the data, warm every server up, then measure in rounds."""
    requests = same_pages(servers, documents)
    found: list[PageSpeed] = []
    for connections in form.connections:

        def ask(turn: int, server: Server, seconds: float = form.seconds, many: int = connections) -> Outcome:
            pages = requests[server.name]
            return load(Task(server.port, seconds, many, token=reviewer_token(1), pages=pages, seed=turn + 1))

        for server in servers:
            ask(0, server, form.warm_seconds)
        rounds = interleaved(servers, form.rounds, ask)
        found += [_median(name, connections, outcomes) for name, outcomes in rounds.items()]
    return found


def ratios(found: Sequence[PageSpeed], ours: str, connections: int) -> dict[str, float]:
    """Ours to each other server, larger is better."""
    by_name = {one.server: one for one in found if one.connections == connections}
    return {name: ratio(by_name[ours].rates, one.rates) for name, one in by_name.items() if name != ours}


def _median(name: str, connections: int, outcomes: Sequence[Outcome]) -> PageSpeed:
    return PageSpeed(
        name,
        connections,
        median(one.rate for one in outcomes),
        median(one.p50 for one in outcomes),
        median(one.p99 for one in outcomes),
        max(one.client for one in outcomes),
        [one.rate for one in outcomes],
    )
