"""What is recorded of corrections. No name and no number is ever a fact."""

from dataclasses import dataclass

from models.kernel.events import Event, Told

BOTH = Told.APPLICANT | Told.QUEUE


@dataclass(frozen=True)
class CorrectionRequested(Event):
    """已申请更正{what}，由{authority}核对证件"""

    told = BOTH
    notifies = True
    what: str
    authority: str


@dataclass(frozen=True)
class CorrectionConfirmed(Event):
    """{body}已核对证件，确认更正{what}，由{centre}更改登记信息"""

    told = BOTH
    notifies = True
    what: str
    body: str
    centre: str


@dataclass(frozen=True)
class CorrectionApplied(Event):
    """登记信息已更正：{what}。用证件号登录的，请用新号码"""

    told = BOTH
    notifies = True
    urgent = True
    what: str


@dataclass(frozen=True)
class CorrectionRefused(Event):
    """没有更正{what}，原因见申请"""

    told = BOTH
    notifies = True
    what: str


@dataclass(frozen=True)
class CorrectionWithdrawn(Event):
    """已撤回更正申请"""

    told = BOTH
