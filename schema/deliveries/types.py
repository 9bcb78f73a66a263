"""Deliveries in the graph."""

from collections.abc import Sequence
from datetime import datetime
from typing import TYPE_CHECKING, Annotated

import strawberry

from models.kernel.viewer import Viewer
from models.registration.deliveries import reads, shown
from models.registration.deliveries.kinds import DeliveryState
from models.registration.deliveries.tables import Delivery as DeliveryRow
from models.registration.deliveries.workflow import DELIVERY
from models.registration.kinds import DeliveryMethod
from models.registration.shown import Shown
from schema.common.enums import expose
from schema.common.findings import AvailableAction, Sensitive, actions
from schema.common.interfaces import Subject
from schema.plans.binding import rows
from schema.plans.declare import column, computed, loaded, one

if TYPE_CHECKING:
    from schema.registration.types import Registration

expose(DeliveryState, DELIVERY.words)


async def delivery_actions(viewer: Viewer, rows: Sequence[DeliveryRow]) -> list[list[AvailableAction]]:
    return [actions(shown.delivery_options(row, viewer)) for row in rows]


async def receivers(viewer: Viewer, rows: Sequence[DeliveryRow]) -> list[Shown | None]:
    return [shown.receiver_of(row, viewer) for row in rows]


async def phones(viewer: Viewer, rows: Sequence[DeliveryRow]) -> list[Shown | None]:
    return [shown.phone_of(row, viewer) for row in rows]


async def addresses(viewer: Viewer, rows: Sequence[DeliveryRow]) -> list[Shown | None]:
    return [shown.address_of(row, viewer) for row in rows]


@rows(DeliveryRow, visible=reads.visible_to, prefix=DeliveryRow.prefix, description="证书寄送")
class Delivery(Subject):
    title: str = computed(shown.delivery_title)
    status: str | None = computed(shown.delivery_status)
    available_actions: list[AvailableAction] = loaded(delivery_actions)
    registration: Annotated["Registration", strawberry.lazy("schema.registration.types")] | None = one(
        description="注册申请"
    )
    certificate_number: str = column(description="注册证号")
    method: DeliveryMethod = column(description="领取方式")
    state: DeliveryState = column(description="状态")
    receiver: Sensitive | None = loaded(receivers, description="收件人")
    phone: Sensitive | None = loaded(phones, description="联系电话")
    phone_advice: str | None = computed(shown.advice, description="对联系电话的建议")
    region_code: str | None = column(description="区域")
    address: Sensitive | None = loaded(addresses, description="地址")
    courier: str | None = column(description="快递公司")
    courier_number: str | None = column(description="快递单号")
    sent_at: datetime | None = column(description="寄出时间")
    received_at: datetime | None = column(description="签收时间")
    reason: str | None = column(description="退件原因")
