"""What is recorded of registrations, and who is told. The docstring is the sentence a person reads."""

from dataclasses import dataclass

from models.kernel.events import Event, Told
from models.registration.route_events import WorkPassedOn

PARTIES = Told.APPLICANT | Told.EMPLOYER
ALL = PARTIES | Told.QUEUE


@dataclass(frozen=True)
class RegistrationStarted(Event):
    """开始填写{kind}申请"""

    told = Told.APPLICANT
    kind: str


@dataclass(frozen=True)
class PledgeAccepted(Event):
    """已勾选诚信承诺书（{edition}版）"""

    told = Told.APPLICANT
    edition: str


@dataclass(frozen=True)
class RegistrationSaved(Event):
    """已保存：{fields}"""

    told = Told.APPLICANT
    fields: str


@dataclass(frozen=True)
class AuthorityChosen(Event):
    """已选择{authority}"""

    told = Told.APPLICANT
    authority: str


@dataclass(frozen=True)
class RegistrationSubmitted(Event):
    """{kind}申请已提交，受理回执号{number}，进入{stage_word}{batch}"""

    told = ALL
    notifies = True
    kind: str
    number: str
    stage: str
    stage_word: str
    batch: str = ""


@dataclass(frozen=True)
class RegistrationResubmitted(Event):
    """已补正并重新提交（{number}），继续{stage_word}{batch}"""

    told = ALL
    notifies = True
    number: str
    stage: str
    stage_word: str
    batch: str = ""


@dataclass(frozen=True)
class RegistrationWithdrawn(Event):
    """申请{number}已撤回"""

    told = ALL
    notifies = True
    number: str


@dataclass(frozen=True)
class WithdrawalRequested(Event):
    """申请人申请撤回{number}，等待审核人员答复"""

    told = Told.APPLICANT | Told.QUEUE
    number: str


@dataclass(frozen=True)
class WithdrawalDenied(Event):
    """没有同意撤回申请{number}，继续办理"""

    told = ALL
    notifies = True
    number: str


@dataclass(frozen=True)
class RegistrationDiscarded(Event):
    """草稿已删除"""

    told = Told.APPLICANT


@dataclass(frozen=True)
class StagePassed(Event):
    """{stage_word}已通过{how}，进入{next_word}{batch}"""

    told = ALL
    notifies = True
    stage: str
    stage_word: str
    next: str
    next_word: str
    how: str = ""
    batch: str = ""


@dataclass(frozen=True)
class RegistrationGranted(Event):
    """申请{number}准予注册{batch}"""

    told = ALL
    notifies = True
    number: str
    stage: str
    batch: str = ""


@dataclass(frozen=True)
class RegistrationReturned(Event):
    """申请{number}在{stage_word}环节退回补正，共{remarks}条意见，期限暂停"""

    told = ALL
    notifies = True
    urgent = True
    number: str
    stage: str
    stage_word: str
    remarks: int


@dataclass(frozen=True)
class RegistrationNotAccepted(Event):
    """申请{number}不予受理"""

    told = ALL
    notifies = True
    urgent = True
    number: str
    rules: str


@dataclass(frozen=True)
class RegistrationRefused(Event):
    """申请{number}不予注册"""

    told = ALL
    notifies = True
    urgent = True
    number: str
    rules: str


@dataclass(frozen=True)
class DeadlineExtended(Event):
    """{stage_word}期限延长{workdays}个工作日，至{due}"""

    told = Told.APPLICANT | Told.QUEUE
    notifies = True
    stage: str
    stage_word: str
    workdays: int
    due: str


@dataclass(frozen=True)
class DeadlinePassed(Event):
    """申请{number}的{stage_word}已超期，应于{due}前办结"""

    told = Told.QUEUE | Told.DUTY
    notifies = True
    urgent = True
    number: str
    stage: str
    stage_word: str
    due: str


@dataclass(frozen=True)
class RegistrationCompleted(Event):
    """申请{number}审核完成"""

    told = ALL
    number: str


@dataclass(frozen=True)
class RegistrationLapsed(Event):
    """{what}已失效：{why}"""

    told = PARTIES
    notifies = True
    what: str
    why: str


@dataclass(frozen=True)
class CertificateIssued(Event):
    """注册证{number}已制发，有效期至{valid_until}"""

    told = PARTIES | Told.PUBLIC
    notifies = True
    number: str
    valid_until: str


@dataclass(frozen=True)
class CertificateExpiring(Event):
    """注册证{number}将于{valid_until}到期，可以办理延续注册"""

    told = PARTIES
    notifies = True
    number: str
    valid_until: str


@dataclass(frozen=True)
class CertificateExpired(Event):
    """注册证{number}已于{valid_until}到期"""

    told = PARTIES | Told.PUBLIC
    notifies = True
    number: str
    valid_until: str


@dataclass(frozen=True)
class PaperMade(Event):
    """{paper}已生成，可以下载"""

    told = ALL
    paper: str


@dataclass(frozen=True)
class WorkAdded(Event):
    """{stage_word}待办新增{again}"""

    told = Told.QUEUE
    stage: str
    stage_word: str
    again: str = ""


@dataclass(frozen=True)
class WorkClaimed(Event):
    """审核人员已领取，正在{stage_word}"""

    told = Told.QUEUE | Told.APPLICANT
    registration: str
    stage: str
    stage_word: str


@dataclass(frozen=True)
class WorkReleased(Event):
    """{stage_word}待办已放回{why}"""

    told = Told.QUEUE | Told.APPLICANT
    registration: str
    stage: str
    stage_word: str
    why: str = ""


@dataclass(frozen=True)
class WorkReassigned(Event):
    """{stage_word}待办已转给{to}"""

    told = Told.QUEUE
    registration: str
    stage: str
    stage_word: str
    to: str


@dataclass(frozen=True)
class WorkHandedOver(Event):
    """{stage_word}已另派审核人员办理"""

    told = Told.APPLICANT
    registration: str
    stage: str
    stage_word: str


CLAIMS = frozenset(
    event.name() for event in (WorkClaimed, WorkReleased, WorkReassigned, WorkHandedOver, WorkPassedOn)
)
"""Events of a work item that change what can be done with its case; `registration` is the case's global id."""
