"""The present state of a certificate: true by the clock, whatever the row last recorded."""

from calendar import monthrange
from datetime import date

from models.registration.kinds import CredentialState

_IN_FORCE = {CredentialState.VALID, CredentialState.EXPIRING}
MONTHS_PER_YEAR = 12


def present_state(
    recorded: CredentialState, valid_until: date, renewal_months: int, day: date
) -> CredentialState:
    """Nobody is told VALID after the last day, nor EXPIRING before the renewal window opens."""
    if recorded not in _IN_FORCE:
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
