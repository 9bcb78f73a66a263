"""What is recorded when a later registration, or a decision, ends a certificate, and who is told."""

from dataclasses import dataclass

from models.kernel.events import Event, Told
from models.registration.events import PARTIES


@dataclass(frozen=True)
class CertificateReplaced(Event):
    """注册证{number}已换发为{by}"""

    told = PARTIES | Told.PUBLIC
    notifies = True
    number: str
    by: str


@dataclass(frozen=True)
class CertificateCancelled(Event):
    """注册证{number}已注销"""

    told = PARTIES | Told.PUBLIC
    notifies = True
    urgent = True
    number: str


@dataclass(frozen=True)
class CertificateTakenOver(Event):
    """原有注册证{number}已转入本系统，有效期至{valid_until}"""

    told = PARTIES
    notifies = True
    number: str
    valid_until: str


@dataclass(frozen=True)
class CertificateRevoked(Event):
    """注册证{number}已撤销，依据{law}"""

    told = PARTIES | Told.PUBLIC
    notifies = True
    urgent = True
    number: str
    law: str


@dataclass(frozen=True)
class CertificateReminder(Event):
    """注册证{number}还有{days}天到期（{valid_until}），请及时办理延续注册"""

    told = Told.APPLICANT
    notifies = True
    number: str
    days: int
    valid_until: str


@dataclass(frozen=True)
class SealReissued(Event):
    """注册证{number}的执业印章已补发，印章号{seal_number}"""

    told = PARTIES
    notifies = True
    number: str
    seal_number: str


@dataclass(frozen=True)
class LabelReissued(Event):
    """注册证{number}的标签已补发，标签号{label_number}"""

    told = PARTIES
    notifies = True
    number: str
    label_number: str
