"""Enumerations of deliveries."""

from enum import StrEnum

from models.registration.kinds import DeliveryMethod


class DeliveryState(StrEnum):
    """证书寄送的状态"""

    PENDING = "PENDING"
    SENT = "SENT"
    RECEIVED = "RECEIVED"
    CAME_BACK = "CAME_BACK"


METHOD_WORDS = {
    DeliveryMethod.COURIER_COLLECT: "快递，运费到付",
    DeliveryMethod.PICK_UP: "自取",
    DeliveryMethod.ELECTRONIC: "仅电子证书",
}
