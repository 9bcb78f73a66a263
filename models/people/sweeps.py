"""What the clock does for people: idle sessions, codes past their time, counts nobody needs."""

from datetime import timedelta

from models.kernel.sweeps import sweep
from models.kernel.viewer import SYSTEM_VIEWER
from models.people.steps.recovery import expire_recoveries
from models.people.steps.sessions import end_idle_sessions
from models.people.steps.upkeep import expire_codes, forget_codes
from models.people.throttle import forget_attempts


@sweep("people.idle", timedelta(seconds=30))
async def idle() -> None:
    while (await end_idle_sessions(SYSTEM_VIEWER)).value:
        continue


@sweep("people.codes", timedelta(minutes=1))
async def codes() -> None:
    while (await expire_codes(SYSTEM_VIEWER)).value:
        continue


@sweep("people.recoveries", timedelta(minutes=1))
async def recoveries() -> None:
    while (await expire_recoveries(SYSTEM_VIEWER)).value:
        continue


@sweep("people.forget", timedelta(hours=1))
async def forget() -> None:
    await forget_codes(SYSTEM_VIEWER)
    await forget_attempts(SYSTEM_VIEWER)
