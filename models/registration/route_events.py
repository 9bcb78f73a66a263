"""What is recorded where a case goes through several hands: the employer's report-up, and another body's turn."""

from dataclasses import dataclass

from models.kernel.events import Event, Told

PARTIES = Told.APPLICANT | Told.EMPLOYER


@dataclass(frozen=True)
class ApplicationFormOrdered(Event):
    """正在生成申请表，请稍候下载"""

    told = Told.APPLICANT


@dataclass(frozen=True)
class IdentityNumberFollowed(Event):
    """申请人的身份证号已由15位更新为18位"""

    told = PARTIES | Told.QUEUE


@dataclass(frozen=True)
class RegistrationReportedUp(Event):
    """申请{number}已由聘用单位上报，进入{next_word}"""

    told = PARTIES | Told.QUEUE
    notifies = True
    number: str
    next: str
    next_word: str


@dataclass(frozen=True)
class ReportUpDeclined(Event):
    """聘用单位没有上报申请{number}，退回申请人修改"""

    told = PARTIES
    notifies = True
    urgent = True
    number: str


@dataclass(frozen=True)
class ReportUpTakenBack(Event):
    """聘用单位取回了申请{number}的上报"""

    told = PARTIES
    notifies = True
    number: str


@dataclass(frozen=True)
class WorkPassedOn(Event):
    """{stage_word}已办结，转其他机构继续办理"""

    told = Told.QUEUE
    registration: str
    stage: str
    stage_word: str
