"""Work of the clock: functions that an area lets the service call again and again.

A sweep does what is due and ends. It may run in several processes at once and after any interruption, so it is
a step, or a loop of steps, that finds nothing to do the second time.
"""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from datetime import timedelta

Swept = Callable[[], Awaitable[object]]


@dataclass(frozen=True, slots=True)
class Sweep:
    """A named function and how often it is called."""

    name: str
    every: timedelta
    run: Swept


SWEEPS: dict[str, Sweep] = {}


def sweep(name: str, every: timedelta) -> Callable[[Swept], Swept]:
    """Register a function of `models/<area>/sweeps.py`; the name appears in logs and metrics."""

    def register(run: Swept) -> Swept:
        SWEEPS[name] = Sweep(name, every, run)
        return run

    return register
