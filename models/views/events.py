"""What is recorded of saved filters: told to their owner, whose other devices follow."""

from dataclasses import dataclass

from models.kernel.events import Event, Told


@dataclass(frozen=True)
class ViewSaved(Event):
    """已保存筛选“{view}”"""

    told = Told.ACCOUNT
    view: str


@dataclass(frozen=True)
class ViewRemoved(Event):
    """已删除筛选“{view}”"""

    told = Told.ACCOUNT
    view: str
