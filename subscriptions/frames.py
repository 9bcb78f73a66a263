"""What a stream yields."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from models.kernel.journal import Entry, Position

Subject = tuple[str, int]
"""Prefix and row key of the object that entries are about."""


class FrameKind(StrEnum):
    """推送帧种类"""

    EVENT = "EVENT"
    PROGRESS = "PROGRESS"
    PRESENCE = "PRESENCE"
    RESYNC_REQUIRED = "RESYNC_REQUIRED"


@dataclass(frozen=True, slots=True)
class Present:
    """Somebody who looks at an object. `since` is when they came."""

    label: str
    editing: bool
    since: datetime


@dataclass(frozen=True, slots=True)
class Frame:
    """One message of a stream; `position` is where to resume after it."""

    kind: FrameKind
    position: Position
    entry: Entry | None = None
    subject: Subject | None = None
