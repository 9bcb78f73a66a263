"""What the clock does for codes: they expire, and what is of no use any more is forgotten."""

from datetime import timedelta

from models.kernel.unit import Unit, unit_of_work
from models.people.kinds import ChallengeState
from models.people.tables import Challenge, OutgoingMessage, Slider
from models.people.workflow import CHALLENGE, SYSTEM

BATCH = 200
KEPT_FOR = timedelta(days=1)


@unit_of_work
async def expire_codes(unit: Unit) -> int:
    """Codes past their time become EXPIRED; gives how many. Records nothing: nobody acts on it."""
    over = Challenge.filter(
        state__in=[ChallengeState.ISSUED, ChallengeState.PROVED], expires_at__lte=unit.now
    ).select_for_update()
    codes = await over.order_by("id").limit(BATCH)
    for code in codes:
        CHALLENGE.enter(code, await CHALLENGE.require(code, "~expire", SYSTEM))
        await code.store("state")
    return len(codes)


@unit_of_work
async def forget_codes(unit: Unit) -> None:
    """Delete messages, with the numbers they went to, and sliders, a day after their end."""
    await OutgoingMessage.filter(expires_at__lt=unit.now - KEPT_FOR).delete()
    await Slider.filter(expires_at__lt=unit.now - KEPT_FOR).delete()
