"""Enumerations of deliveries."""

from enum import StrEnum


class DeliveryState(StrEnum):
    """证书寄送的状态"""

    PENDING = "PENDING"
    SENT = "SENT"
    RECEIVED = "RECEIVED"
    CAME_BACK = "CAME_BACK"
