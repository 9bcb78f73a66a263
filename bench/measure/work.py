"""Free work items of the reviewers' queue, found as any client would."""

import json

from bench.clients.http import ask_once, request
from bench.data.cast import reviewer_token
from bench.documents import FREE_WORK
from bench.processes import Server

Claim = tuple[str, str, int]
"""Token, work item, its fence."""
WORKERS = 16
"""Reviewers 1 to 16 work; nobody ever holds more than a few items."""


def claims(server: Server, count: int) -> list[Claim]:
    """So many free items, dealt out to the reviewers that work."""
    body = json.dumps({"query": FREE_WORK}).encode()
    answer = json.loads(ask_once(server.port, request(server.port, reviewer_token(1), body)))
    nodes = answer["data"]["workQueue"]["nodes"]
    if len(nodes) < count:
        raise RuntimeError(f"{server.name} has only {len(nodes)} free work items, {count} are needed")
    return [
        (reviewer_token(1 + number % WORKERS), node["id"], node["fence"])
        for number, node in enumerate(nodes[:count])
    ]
