"""What is recorded of batches, and who is told. The docstring is the sentence a person reads."""

from dataclasses import dataclass

from models.kernel.events import Event, Told


@dataclass(frozen=True)
class BatchOpened(Event):
    """{what}批次{number}开始收集，{date}{deed}{postponed}"""

    told = Told.QUEUE
    what: str
    number: str
    date: str
    deed: str
    postponed: str = ""


@dataclass(frozen=True)
class BatchPostponed(Event):
    """批次{number}顺延至{date}：{why}"""

    told = Told.QUEUE
    number: str
    date: str
    why: str


@dataclass(frozen=True)
class BatchLocked(Event):
    """批次{number}已截止，共{entries}件"""

    told = Told.QUEUE
    notifies = True
    number: str
    entries: int


@dataclass(frozen=True)
class BatchEntryDeferred(Event):
    """批次{number}的第{place}件顺延到批次{next}"""

    told = Told.QUEUE
    number: str
    place: int
    next: str


@dataclass(frozen=True)
class BatchReported(Event):
    """批次{number}已盖章上报，共{entries}件"""

    told = Told.QUEUE
    number: str
    entries: int


@dataclass(frozen=True)
class BatchAnnounced(Event):
    """注册公告{number}发布，共{entries}人"""

    told = Told.QUEUE | Told.PUBLIC
    number: str
    entries: int


@dataclass(frozen=True)
class BatchCarried(Event):
    """批次{number}已处理{carried}件，共{entries}件"""

    told = Told.QUEUE
    number: str
    carried: int
    entries: int


@dataclass(frozen=True)
class BatchFinished(Event):
    """批次{number}办理完毕，共{carried}件"""

    told = Told.QUEUE | Told.DUTY
    notifies = True
    number: str
    carried: int


@dataclass(frozen=True)
class AnnouncementCompleted(Event):
    """注册公告{number}的名单已全部公布，共{carried}人"""

    told = Told.QUEUE | Told.PUBLIC
    number: str
    carried: int


@dataclass(frozen=True)
class BatchCancelled(Event):
    """批次{number}已取消，{entries}件转入批次{next}"""

    told = Told.QUEUE
    notifies = True
    number: str
    entries: int
    next: str
