"""What becomes of the registrations of the demonstration: how many end how, and by which acts."""

from dataclasses import dataclass
from enum import StrEnum, auto

from api.demo import known
from models.registration.kinds import RegistrationKind, StageKind
from models.registration.kinds import RegistrationState as State


class Act(StrEnum):
    """What somebody does on one day."""

    BEGIN = auto()
    FILE = auto()
    PASS = auto()
    RETURN = auto()
    CORRECT = auto()
    DECLINE = auto()
    REFUSE = auto()
    WITHDRAW = auto()
    DISCARD = auto()
    EXTEND = auto()
    REASSIGN = auto()
    ISSUE = auto()


@dataclass(frozen=True, slots=True)
class Script:
    """`times` registrations with these acts. `quiet`: working days, from and to, since the last act.

    `known`: login of the first one's applicant. `just_now`: it was begun some two hours before the load, whatever the hour.
    `then`: what the same person applies for afterwards; it ends later, counted from the load like this one.
    """

    end: State
    times: int
    acts: tuple[Act, ...]
    quiet: tuple[int, int]
    stage: StageKind | None = None
    known: str | None = None
    just_now: bool = False
    kind: RegistrationKind = RegistrationKind.INITIAL
    then: "Script | None" = None


B, F, P, R, C, I = Act.BEGIN, Act.FILE, Act.PASS, Act.RETURN, Act.CORRECT, Act.ISSUE  # noqa: E741
PRE, ACC, EXAM, DEC, MAKE = (
    StageKind.PRE_EXAMINATION,
    StageKind.ACCEPTANCE,
    StageKind.EXAMINATION,
    StageKind.DECISION,
    StageKind.CERTIFICATE_MAKING,
)
EXPIRING_QUIET, EXPIRED_QUIET = (690, 740), (750, 780)
"""Working days since a certificate of three years was made: 250 to a year."""
RENEWING_QUIET, LONG_EXPIRED_QUIET = (712, 730), (765, 780)
"""The window, or the end, is some weeks past: there was time to apply for what comes next."""
BEFORE_QUIET = (35, 60)
K, GRANT = RegistrationKind, (F, P, P, P, P, I)

LATER = (
    Script(State.IN_REVIEW, 1, (F, P), (0, 3), ACC, kind=K.CHANGE),
    Script(State.RETURNED, 1, (F, R), (0, 8), PRE, kind=K.CHANGE),
    Script(State.COMPLETED, 1, GRANT, (0, 5), kind=K.CHANGE),
    Script(State.IN_REVIEW, 1, (F, P), (0, 2), ACC, kind=K.REISSUE),
    Script(State.COMPLETED, 1, (F, P, P, P, I), (0, 4), kind=K.REISSUE),
    Script(State.COMPLETED, 1, (F, P, P), (0, 5), kind=K.DEREGISTRATION),
)
"""What some of those with a valid certificate apply for."""
RENEWS = Script(State.IN_REVIEW, 1, (F, P, P), (0, 4), EXAM, kind=K.RENEWAL)
COMES_BACK = Script(State.IN_REVIEW, 1, (F,), (0, 1), PRE, kind=K.RE_REGISTRATION)

SCRIPTS = (
    Script(State.DRAFT, 12, (B,), (0, 30), known=known.DRAFT),
    Script(State.IN_REVIEW, 4, (F,), (0, 0), PRE, just_now=True),
    Script(State.IN_REVIEW, 16, (F,), (0, 1), PRE),
    Script(State.IN_REVIEW, 2, (F,), (5, 6), PRE),
    Script(State.IN_REVIEW, 2, (F, R, C), (0, 0), PRE),
    Script(State.IN_REVIEW, 12, (F, P), (0, 3), ACC),
    Script(State.IN_REVIEW, 2, (F, R, C, P), (0, 3), ACC),
    Script(State.IN_REVIEW, 10, (F, P, P), (0, 9), EXAM, known=known.IN_REVIEW),
    Script(State.IN_REVIEW, 3, (F, P), (7, 12), EXAM),
    Script(State.IN_REVIEW, 2, (F, P, P), (22, 24), EXAM),
    Script(State.IN_REVIEW, 3, (F, P, P, Act.EXTEND), (1, 8), EXAM),
    Script(State.IN_REVIEW, 10, (F, P, P, P), (0, 5), DEC),
    Script(State.IN_REVIEW, 2, (F, P, P, P, Act.REASSIGN), (0, 0), DEC),
    Script(State.GRANTED, 8, (F, P, P, P, P), (0, 6), MAKE),
    Script(State.RETURNED, 5, (F, R), (0, 15), PRE),
    Script(State.RETURNED, 4, (F, P, R), (0, 15), ACC, known=known.RETURNED),
    Script(State.RETURNED, 3, (F, P, P, R), (0, 15), EXAM),
    Script(State.COMPLETED, 40 - len(LATER), GRANT, (0, 70), known=known.HOLDER),
    *(Script(State.COMPLETED, 1, GRANT, BEFORE_QUIET, then=later) for later in LATER),
    Script(State.COMPLETED, 4, (F, R, C, P, P, P, P, I), (0, 60)),
    Script(State.COMPLETED, 4, (F, P, P, R, C, P, P, I), (0, 60)),
    Script(State.COMPLETED, 1, GRANT, EXPIRING_QUIET, known=known.EXPIRING),
    Script(State.COMPLETED, 1, GRANT, RENEWING_QUIET, then=RENEWS),
    Script(State.COMPLETED, 1, GRANT, EXPIRED_QUIET),
    Script(State.COMPLETED, 1, GRANT, LONG_EXPIRED_QUIET, then=COMES_BACK),
    Script(State.REFUSED, 7, (F, P, P, Act.REFUSE), (2, 60)),
    Script(State.REFUSED, 5, (F, P, P, P, Act.REFUSE), (2, 60)),
    Script(State.NOT_ACCEPTED, 10, (F, P, Act.DECLINE), (2, 60)),
    Script(State.WITHDRAWN, 12, (F, Act.WITHDRAW), (2, 60)),
    Script(State.LAPSED, 8, (B, Act.DISCARD), (2, 60)),
    Script(State.LAPSED, 6, (F, R), (33, 45)),
)
