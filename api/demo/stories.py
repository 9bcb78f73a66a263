"""Each registration as a story that says when it goes on, and the clock's own story beside them."""

from collections.abc import AsyncIterator, Callable
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from random import Random

from api.demo import correcting, filing
from api.demo.filing import Filer
from api.demo.founding import Place
from api.demo.hours import Hours
from api.demo.joining import join
from api.demo.papering import Papering
from api.demo.plots import Plot
from api.demo.reviewing import Desk
from api.demo.scripts import Act
from models.kernel.clock import CHINA
from models.registration.signer import Signer
from models.registration.sweeps import (
    expire_certificates,
    expire_claims,
    lapse_drafts,
    pass_deadlines,
    remind_holders,
)

NIGHT = time(0, 10, tzinfo=CHINA)
"""When the clock does its work each day."""
NIGHTLY = (expire_claims, pass_deadlines, lapse_drafts, expire_certificates, remind_holders)
JOINS_MINUTES = 6
"""So long before an applicant begins, the account is opened."""
PROVINCE_DIGITS = 2
AT_HOME = {Act.BEGIN, Act.FILE, Act.CORRECT, Act.WITHDRAW, Act.DISCARD}


@dataclass(frozen=True)
class Stage:
    """What all stories are told on."""

    place: Place
    hours: Hours
    signer: Signer
    password_hash: str
    papering: Papering


async def registration(plot: Plot, stage: Stage) -> AsyncIterator[datetime]:
    """One registration: gives each instant at which it goes on."""
    rng = plot.rng
    begins = _instant(plot, 0, stage.hours, rng)
    yield begins - timedelta(minutes=JOINS_MINUTES)
    viewer = await join(plot.applicant, stage.password_hash)
    corps = stage.place.corps[plot.applicant.province[:PROVINCE_DIGITS]]
    filer = Filer(plot, viewer, stage.place.firms[plot.firm.name], corps, rng)
    acts = _acts(filer, Desk(filer, stage.place, stage.signer))
    for place, act in enumerate(plot.script.acts):
        yield _instant(plot, place, stage.hours, rng) if place else begins
        async for at in acts[act]():
            yield at
        async for at in stage.papering.follow(
            filer.case_key, plot.applicant.mobile if plot.known else None, rng
        ):
            yield at


async def clock(first: date, last: date) -> AsyncIterator[datetime]:
    """Every night: claims end, deadlines pass, forgotten cases lapse, certificates age."""
    day = first
    while day <= last:
        yield datetime.combine(day, NIGHT)
        for sweep in NIGHTLY:
            await sweep()
        day += timedelta(days=1)


def _acts(filer: Filer, desk: Desk) -> dict[Act, Callable[[], AsyncIterator[datetime]]]:
    return {
        Act.BEGIN: lambda: filing.begin(filer),
        Act.FILE: lambda: filing.file(filer),
        Act.CORRECT: lambda: correcting.correct(filer),
        Act.WITHDRAW: lambda: correcting.withdraw(filer),
        Act.DISCARD: lambda: correcting.discard(filer),
        Act.PASS: desk.pass_on,
        Act.RETURN: desk.send_back,
        Act.DECLINE: desk.decline,
        Act.REFUSE: desk.refuse,
        Act.EXTEND: desk.extend,
        Act.REASSIGN: desk.reassign,
        Act.ISSUE: desk.issue,
    }


def _instant(plot: Plot, place: int, hours: Hours, rng: Random) -> datetime:
    if plot.script.just_now:
        return hours.just_now(rng)
    at = hours.at_home if plot.script.acts[place] in AT_HOME else hours.at_the_desk
    return at(plot.days[place], rng)
