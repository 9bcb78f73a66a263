"""The floors of `./dev bench --smoke`: generous, and still broken when the fast path is lost.

Ratios within one run, so that a slow machine moves both sides. `raise_to` is the floor to write here when the change
that it names has come; until then the honest value of today stands, with room for a noisy machine.
"""

from dataclasses import dataclass


@dataclass(frozen=True)
class Floor:
    """`least` is what fails; `today` was measured when the floor was written."""

    what: str
    least: float
    today: float
    raise_to: float
    when: str


COMPILED, GROUPED = "compiled documents", "fan-out by groups"
STEPS_CHEAPER = "mutations through plans"
PAGE_TO_STOCK = Floor("queue page: ours / stock Strawberry", 0.35, 0.9, 15.0, COMPILED)
PAGE_TO_HAND = Floor("queue page: ours / hand-written endpoint", 0.012, 0.04, 0.4, COMPILED)
FANOUT_CPU = Floor("one event to many, processor time a message: stock / ours", 0.04, 0.1, 6.0, GROUPED)
FANOUT_LIMIT = Floor(
    "one event to many, last delivery: websockets.broadcast / ours", 0.0008, 0.004, 0.3, GROUPED
)
STEP_TO_STOCK = Floor("workflow step: ours / stock Strawberry and Tortoise", 0.35, 0.9, 1.5, STEPS_CHEAPER)
