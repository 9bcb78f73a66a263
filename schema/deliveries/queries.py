"""Root field of deliveries."""

from enum import Enum

import strawberry

from models.authorities.kinds import Profession
from models.registration.deliveries.kinds import DeliveryState
from models.registration.deliveries.reads import deliveries_matching
from models.registration.kinds import DeliveryMethod
from schema.deliveries.types import Delivery
from schema.plans.connection import Connection
from schema.plans.declare import connection, where


@strawberry.input(description="寄送筛选")
class DeliveryFilter:
    states: list[DeliveryState] | None = where("state", "in", description="状态")
    method: DeliveryMethod | None = where("method", description="领取方式")
    profession: Profession | None = where("profession", description="执业资格")
    text: str | None = where(deliveries_matching, description="收件人、注册证号、快递单号")


@strawberry.enum(description="寄送排序")
class DeliveryOrder(Enum):
    OLDEST = strawberry.enum_value("created_at", description="最早待寄在前")
    NEWEST = strawberry.enum_value("-created_at", description="最近待寄在前")


@strawberry.type
class Query:
    """What is to be sent, and what is under way."""

    deliveries: Connection[Delivery] = connection(
        filter=DeliveryFilter, order=DeliveryOrder, description="证书寄送：本人的，或本机构的"
    )
