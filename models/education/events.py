"""What is recorded of continuing education, and who is told."""

from dataclasses import dataclass

from models.kernel.events import Event, Told


@dataclass(frozen=True)
class HoursConfirmed(Event):
    """{hours}学时继续教育已认定"""

    told = Told.APPLICANT
    notifies = True
    hours: str


@dataclass(frozen=True)
class HoursDeclared(Event):
    """已填写继续教育{hours}学时"""

    told = Told.APPLICANT
    hours: str


@dataclass(frozen=True)
class HoursRemoved(Event):
    """已删除自填的{hours}学时"""

    told = Told.APPLICANT
    hours: str


@dataclass(frozen=True)
class HoursJoined(Event):
    """自填的{hours}学时与培训机构导入的记录重复，已合并"""

    told = Told.APPLICANT
    hours: str


@dataclass(frozen=True)
class HoursRejected(Event):
    """自填的{hours}学时未予认定"""

    told = Told.APPLICANT
    notifies = True
    urgent = True
    hours: str
