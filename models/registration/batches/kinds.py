"""Enumerations of batches."""

from enum import StrEnum

from models.registration.kinds import StageKind


class BatchKind(StrEnum):
    """批次种类"""

    FIRST_EXAMINATION = "FIRST_EXAMINATION"
    ANNOUNCEMENT = "ANNOUNCEMENT"


class BatchState(StrEnum):
    """批次的状态"""

    OPEN = "OPEN"
    LOCKED = "LOCKED"
    RUNNING = "RUNNING"
    DONE = "DONE"
    CANCELLED = "CANCELLED"


class BatchEntryState(StrEnum):
    """批次条目的状态"""

    WAITING = "WAITING"
    CARRIED_OUT = "CARRIED_OUT"
    DEFERRED = "DEFERRED"
    DROPPED = "DROPPED"


KIND_OF_STAGE = {
    StageKind.FIRST_EXAMINATION: BatchKind.FIRST_EXAMINATION,
    StageKind.ANNOUNCEMENT: BatchKind.ANNOUNCEMENT,
}
STAGE_OF_KIND = {kind: stage for stage, kind in KIND_OF_STAGE.items()}

BATCH_KIND_WORDS = {BatchKind.FIRST_EXAMINATION: "初审上报", BatchKind.ANNOUNCEMENT: "公告"}
DEEDS = {BatchKind.FIRST_EXAMINATION: "上报", BatchKind.ANNOUNCEMENT: "公告"}
"""What is done with a batch on its date."""
