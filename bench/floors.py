"""The floors of `./dev bench --smoke`: generous, and still broken when a fast path is lost.

Ratios within one run, so that a slow machine moves both sides. Without plans, shared evaluation or kept statements each
of them falls to about 1 or far below it.
"""

from dataclasses import dataclass


@dataclass(frozen=True)
class Floor:
    """`least` is what fails; `today` was measured when the floor was written, on a machine with other work."""

    what: str
    least: float
    today: float


PAGE_TO_STOCK = Floor("queue page: ours / stock Strawberry", 4.0, 10.5)
PAGE_TO_HAND = Floor("queue page: ours / hand-written endpoint", 0.15, 0.4)
FANOUT_CPU = Floor("one event to many, processor time a message: stock / ours", 1.5, 3.6)
FANOUT_LIMIT = Floor("one event to many, last delivery: websockets.broadcast / ours", 0.06, 0.2)
STEP_TO_STOCK = Floor("workflow step: ours / stock Strawberry and Tortoise", 1.25, 2.2)
