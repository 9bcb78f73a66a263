"""What the journal keeps of loading the demonstration: that it began, and that it was finished."""

from dataclasses import dataclass

from models.kernel.events import Event


@dataclass(frozen=True)
class DemonstrationBegun(Event):
    """开始装入演示数据"""


@dataclass(frozen=True)
class DemonstrationLoaded(Event):
    """演示数据已装入，共{registrations}件申请"""

    registrations: int
