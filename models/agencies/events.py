"""What is recorded of who works where, and who is told."""

from dataclasses import dataclass

from models.kernel.events import Event, Told

BOTH = Told.APPLICANT | Told.EMPLOYER


@dataclass(frozen=True)
class EmploymentOpened(Event):
    """已在{employer}注册执业"""

    told = BOTH
    employer: str


@dataclass(frozen=True)
class EmploymentEnded(Event):
    """已不在{employer}注册执业"""

    told = BOTH
    notifies = True
    employer: str
