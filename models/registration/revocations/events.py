"""What is recorded of revocations. Until one is confirmed, only the authority's own reviewers are told."""

from dataclasses import dataclass

from models.kernel.events import Event, Told

AT_THE_DESK = Told.QUEUE | Told.DUTY


@dataclass(frozen=True)
class RevocationProposed(Event):
    """提出撤销注册证{number}，等待另一人复核"""

    told = AT_THE_DESK
    notifies = True
    urgent = True
    number: str


@dataclass(frozen=True)
class RevocationConfirmed(Event):
    """注册证{number}的撤销已经复核确认"""

    told = AT_THE_DESK
    notifies = True
    number: str


@dataclass(frozen=True)
class RevocationRejected(Event):
    """注册证{number}的撤销复核未同意"""

    told = AT_THE_DESK
    notifies = True
    number: str


@dataclass(frozen=True)
class RevocationTakenBack(Event):
    """注册证{number}的撤销已由提出人收回"""

    told = AT_THE_DESK
    notifies = True
    number: str
