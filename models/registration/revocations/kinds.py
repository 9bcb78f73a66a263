"""Enumerations of revocations."""

from enum import StrEnum


class RevocationState(StrEnum):
    """撤销注册证的状态"""

    PROPOSED = "PROPOSED"
    CONFIRMED = "CONFIRMED"
    REJECTED = "REJECTED"
    TAKEN_BACK = "TAKEN_BACK"
