"""What is recorded of deliveries, and who is told. The docstring is the sentence a person reads."""

from dataclasses import dataclass

from models.kernel.events import Event, Told

BOTH = Told.APPLICANT | Told.QUEUE


@dataclass(frozen=True)
class DeliveryAddressChanged(Event):
    """收件信息已修改（{method}）"""

    told = BOTH
    method: str


@dataclass(frozen=True)
class DeliverySent(Event):
    """注册证{certificate}已{how}"""

    told = BOTH
    notifies = True
    certificate: str
    how: str


@dataclass(frozen=True)
class DeliveryReceived(Event):
    """注册证{certificate}已签收{how}"""

    told = BOTH
    certificate: str
    how: str = ""


@dataclass(frozen=True)
class DeliveryCameBack(Event):
    """注册证{certificate}的快递被退回，请核对收件信息"""

    told = BOTH
    notifies = True
    urgent = True
    certificate: str
