"""The present state of a certificate: true by the clock, whatever the row last recorded."""

from calendar import monthrange
from collections.abc import Iterable, Mapping
from datetime import date

from tortoise.expressions import Q

from models.registration.kinds import CredentialState

IN_FORCE = {CredentialState.VALID, CredentialState.EXPIRING}
MONTHS_PER_YEAR = 12
REMINDERS = (90, 60, 30)
"""Days before the last day of validity."""


def present_state(
    recorded: CredentialState, valid_until: date, renewal_months: int, day: date
) -> CredentialState:
    """Nobody is told VALID after the last day, nor EXPIRING before the renewal window opens."""
    if recorded not in IN_FORCE:
        return recorded
    if day > valid_until:
        return CredentialState.EXPIRED
    if day >= renewal_opens_on(valid_until, renewal_months):
        return CredentialState.EXPIRING
    return CredentialState.VALID


def renewal_opens_on(valid_until: date, renewal_months: int) -> date:
    """The first day of the renewal window: so many months before the last day of validity."""
    months = valid_until.year * MONTHS_PER_YEAR + valid_until.month - 1 - renewal_months
    year, month = divmod(months, MONTHS_PER_YEAR)
    return date(year, month + 1, min(valid_until.day, monthrange(year, month + 1)[1]))


def reminder_due(days_left: int) -> int | None:
    """Which reminder's time has come: the nearest one to the end; None before the first and after the end."""
    return min((one for one in REMINDERS if 0 <= days_left <= one), default=None)


def window_reaches(day: date, renewal_months: int) -> date:
    """The last day of validity whose renewal window is open on a day: `renewal_opens_on`, the other way round."""
    year, month = divmod(day.year * MONTHS_PER_YEAR + day.month - 1 + renewal_months, MONTHS_PER_YEAR)
    longest = monthrange(year, month + 1)[1]
    at_the_end = day.day == monthrange(day.year, day.month)[1]
    return date(year, month + 1, longest if at_the_end else min(day.day, longest))


def shown_as(states: Iterable[CredentialState], months: Mapping[str, int], day: date) -> Q:
    """Condition on certificates: those whose present state, as `present_state` gives it, is one of these.

    :param months: renewal window of each profession, in months.
    """
    wanted = set(states)
    in_force = Q(state__in=list(IN_FORCE))
    found = Q(state__in=[state for state in wanted if state not in IN_FORCE])
    if CredentialState.EXPIRED in wanted:
        found |= in_force & Q(valid_until__lt=day)
    for profession, window in months.items():
        own, last = in_force & Q(profession=profession), window_reaches(day, window)
        if CredentialState.EXPIRING in wanted:
            found |= own & Q(valid_until__gte=day, valid_until__lte=last)
        if CredentialState.VALID in wanted:
            found |= own & Q(valid_until__gt=last, valid_until__gte=day)
    return found
