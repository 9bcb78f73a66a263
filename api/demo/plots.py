"""Each registration with its people and its days, planned backwards from the instant of the load."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import pairwise
from random import Random

from api.demo.employers import CLERK_FIRM, FIRMS, Firm
from api.demo.hours import Hours
from api.demo.people import Applicant, Cast
from api.demo.scripts import SCRIPTS, Act, Script
from models.registration.kinds import RegistrationKind
from models.registration.kinds import RegistrationState as State

SEED = 20_171_001
"""The day on which the order on fire engineers came into force."""
JIANGSU, ZHEJIANG = "320000", "330000"
JIANGSU_SHARE = 0.7
SECOND_TRY_SHARE = 0.8
"""Of those whose registration ended without a certificate, so many are people who apply again later."""
ENDED_WITHOUT = {State.REFUSED, State.NOT_ACCEPTED, State.WITHDRAWN, State.LAPSED}
APPLY_AGAIN = {State.COMPLETED, State.GRANTED, State.IN_REVIEW}
PAUSE_BETWEEN = (3, 20)
"""Working days between the end of one registration and the same person's next."""
QUALIFIED_BEFORE_DAYS = 30

PASS_GAPS = ((1, 2), (1, 3), (3, 8), (1, 4), (1, 5))
"""Working days that each stage takes, in the order of the route; within its legal time."""
GAPS = {
    Act.RETURN: (1, 2),
    Act.CORRECT: (1, 6),
    Act.DECLINE: (1, 4),
    Act.REFUSE: (3, 8),
    Act.WITHDRAW: (1, 1),
    Act.DISCARD: (2, 15),
    Act.EXTEND: (4, 9),
    Act.REASSIGN: (1, 2),
    Act.ISSUE: (1, 6),
}


@dataclass(frozen=True)
class Plot:
    """One registration: who, where employed, which act on which day."""

    key: str
    script: Script
    applicant: Applicant
    firm: Firm
    days: tuple[date, ...]
    known: bool = False
    """Is the applicant one of the accounts that visitors are told of?"""

    @property
    def rng(self) -> Random:
        return Random(f"{SEED}:{self.key}")  # noqa: S311 a repeatable choice, no secret


def plots(hours: Hours) -> list[Plot]:
    """All registrations; those of one person never overlap."""
    cast, rng = Cast(SEED), Random(SEED)  # noqa: S311 a repeatable choice, no secret
    scripts = [(f"{place}.{time}", one) for place, one in enumerate(SCRIPTS) for time in range(one.times)]
    final = [_first_plot(key, one, hours, cast, rng) for key, one in scripts if one.end not in ENDED_WITHOUT]
    free = [
        one
        for one in final
        if one.script.end in APPLY_AGAIN
        and not one.script.known
        and not one.script.then
        and one.script.quiet[1] < 100
    ]
    rng.shuffle(free)
    earlier = [
        _earlier_plot(key, one, free, hours, rng)
        if rng.random() < SECOND_TRY_SHARE and free
        else _first_plot(key, one, hours, cast, rng)
        for key, one in scripts
        if one.end in ENDED_WITHOUT
    ]
    return [*final, *earlier, *(_sequel(one, hours, rng) for one in final if one.script.then)]


def _first_plot(key: str, script: Script, hours: Hours, cast: Cast, rng: Random) -> Plot:
    known = script.known if key.endswith(".0") else None
    province = JIANGSU if known or rng.random() < JIANGSU_SHARE else ZHEJIANG
    last = hours.back(hours.last_day, rng.randint(*script.quiet))
    days = _days(script, last, hours, rng)
    firms = [firm for firm in FIRMS if firm.fire and firm.region[:2] == province[:2]]
    firm = CLERK_FIRM if known else rng.choice(firms)
    return Plot(key, script, cast.applicant(province, days[0], known), firm, days, bool(known))


def _earlier_plot(key: str, script: Script, free: list[Plot], hours: Hours, rng: Random) -> Plot:
    """What the applicant of a later plot tried before."""
    later = free.pop()
    last = hours.back(later.days[0], rng.randint(*PAUSE_BETWEEN) + _lapsing(script))
    days = _days(script, last, hours, rng)
    latest = days[0] - timedelta(days=QUALIFIED_BEFORE_DAYS)
    later.applicant.qualified_on = min(later.applicant.qualified_on, latest)
    return Plot(key, script, later.applicant, later.firm, days)


def _sequel(first: Plot, hours: Hours, rng: Random) -> Plot:
    """What the same person applies for, once registered; who changes the employer goes to another of the province."""
    script = first.script.then
    assert script is not None
    days = _days(script, hours.back(hours.last_day, rng.randint(*script.quiet)), hours, rng)
    others = [one for one in FIRMS if one.region[:2] == first.firm.region[:2] and one != first.firm]
    firm = rng.choice(others) if script.kind is RegistrationKind.CHANGE else first.firm
    return Plot(f"{first.key}+", script, first.applicant, firm, days)


def _lapsing(script: Script) -> int:
    """Working days that a return waits before the clock ends it."""
    return script.quiet[0] if script.end is State.LAPSED and Act.RETURN in script.acts else 0


def _days(script: Script, last: date, hours: Hours, rng: Random) -> tuple[date, ...]:
    days = [last]
    for gap in reversed(list(_gaps(script, rng))):
        days.append(hours.back(days[-1], gap))
    found = tuple(reversed(days))
    assert all(one < other for one, other in pairwise(found))
    return found


def _gaps(script: Script, rng: Random) -> Iterator[int]:
    passes = iter(PASS_GAPS)
    for act in script.acts[1:]:
        yield rng.randint(*(next(passes) if act is Act.PASS else GAPS[act]))
