"""What a grant does, by kind: which certificate it makes, what becomes of the old one and of the employment."""

from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from models.professions.asking import years_later
from models.registration.kinds import CredentialKind, RegistrationKind

DAY = timedelta(days=1)


class Validity(StrEnum):
    """How long the certificate is valid that a grant makes."""

    ANEW = "ANEW"
    MOVED_ON = "MOVED_ON"
    """On from the end of the old one."""
    KEPT = "KEPT"


class Employed(StrEnum):
    """What becomes of the employment."""

    HERE = "HERE"
    """At the employer of the case, and nowhere else."""
    KEPT = "KEPT"
    ENDED = "ENDED"


@dataclass(frozen=True)
class Effect:
    """`validity` None: no certificate is made. `objects`: what is made anew, as far as the profession
    has it; what is not goes on as it is."""

    validity: Validity | None
    objects: frozenset[CredentialKind] = frozenset(CredentialKind)
    replaces: bool = False
    """Does the certificate made take the place of the old one?"""
    employed: Employed = Employed.HERE


_LEAVING = Effect(None, frozenset(), employed=Employed.ENDED)
EFFECTS = {
    RegistrationKind.INITIAL: Effect(Validity.ANEW),
    RegistrationKind.LATE_INITIAL: Effect(Validity.ANEW),
    RegistrationKind.RE_REGISTRATION: Effect(Validity.ANEW),
    RegistrationKind.RENEWAL: Effect(
        Validity.MOVED_ON,
        frozenset({CredentialKind.CERTIFICATE, CredentialKind.LABEL}),
        replaces=True,
        employed=Employed.KEPT,
    ),
    RegistrationKind.CHANGE: Effect(Validity.KEPT, replaces=True),
    RegistrationKind.REISSUE: Effect(Validity.KEPT, frozenset(), replaces=True, employed=Employed.KEPT),
    RegistrationKind.DEREGISTRATION: _LEAVING,
    RegistrationKind.FORCED_DEREGISTRATION: _LEAVING,
}
"""A reissue makes the objects that its case names."""


@dataclass(frozen=True)
class Period:
    """First and last day of validity."""

    since: date
    until: date


def period_of(validity: Validity, old: Period | None, day: date, years: int) -> Period:
    """The validity of what is made on a day.

    A renewal granted before the old end is valid at once and until that many years after that end; granted later
    it is valid from the day after that end, so that there is neither a gap nor a day given away.
    """
    if validity is Validity.ANEW or old is None:
        return Period(day, last_day(day, years))
    if validity is Validity.KEPT:
        return old
    following = old.until + DAY
    return Period(min(day, following), last_day(following, years))


def last_day(first: date, years: int) -> date:
    """The last day of so many years that begin on a day; where 29 February is missing, the month's last day."""
    return max(years_later(first, years) - DAY, years_later(first - DAY, years))
