"""From when until when a kind may be applied for: found by asking the rules themselves about other days."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta

from models.professions.facts import CaseFacts
from models.professions.rulebook import Rulebook

STEP = timedelta(days=28)
"""No window is shorter, so that none is stepped over."""
DAY = timedelta(days=1)
HORIZON = timedelta(days=6 * 366)
"""What is still open, or has been open, for so long has no end, or beginning, worth telling."""
OF_TIME = ("REG-KIND",)
OF_TIME_BY_PROFESSION = "-WINDOW"


@dataclass(frozen=True)
class Window:
    """First and last day; None: none within sight."""

    opens_on: date | None
    closes_on: date | None


def window_of(book: Rulebook, on: date, facts_on: Callable[[date], CaseFacts]) -> Window | None:
    """The window that a day lies in, or the next one after it; None where there is none.

    :param facts_on: the case as it would stand if it were handed in on a day.
    """
    kind = facts_on(on).kind
    rules = [rule for rule in book.rules if rule.id in OF_TIME or rule.id.endswith(OF_TIME_BY_PROFESSION)]

    def open_on(day: date) -> bool:
        facts = facts_on(day)
        return facts.kind is kind and not any(one.blocks for rule in rules for one in rule.check(facts))

    if open_on(on):
        return Window(_edge(on, -1, open_on), _edge(on, 1, open_on))
    later = _turn(on, 1, open_on)
    return Window(later, _edge(later, 1, open_on)) if later else None


def _edge(inside: date, way: int, open_on: Callable[[date], bool]) -> date | None:
    """The last open day in a direction."""
    outside = _turn(inside, way, lambda day: not open_on(day))
    return outside - way * DAY if outside else None


def _turn(start: date, way: int, wanted: Callable[[date], bool]) -> date | None:
    """The first day in a direction that is as wanted."""
    near, far = start, start + way * STEP
    while not wanted(far):
        near, far = far, far + way * STEP
        if abs(far - start) > HORIZON:
            return None
    while abs(far - near) > DAY:
        middle = near + (far - near) // 2
        near, far = (near, middle) if wanted(middle) else (middle, far)
    return far
