"""Enumerations of continuing education."""

from enum import StrEnum


class HoursSource(StrEnum):
    """学时来源"""

    IMPORTED = "IMPORTED"
    EARNED = "EARNED"
    DECLARED = "DECLARED"


class HoursState(StrEnum):
    """继续教育学时的状态"""

    DECLARED = "DECLARED"
    CONFIRMED = "CONFIRMED"
    JOINED = "JOINED"
    REJECTED = "REJECTED"
    REMOVED = "REMOVED"


SOURCE_WORDS = {
    HoursSource.IMPORTED: "培训机构导入",
    HoursSource.EARNED: "在本系统学习取得",
    HoursSource.DECLARED: "申请人自填",
}
COUNTING = (HoursState.DECLARED, HoursState.CONFIRMED)
"""States in which hours count."""
