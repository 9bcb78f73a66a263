"""Live feed of deliveries: the holder's own, and those of the body that sends them."""

from collections.abc import AsyncIterator
from typing import Annotated

import strawberry

from models.kernel.ids import key_of
from models.registration.deliveries.tables import Delivery as DeliveryRow
from schema.common.context import Info
from schema.common.frames import LiveFrame
from schema.common.live import Shows, Wanted, live_frames
from schema.common.scalars import Cursor
from schema.deliveries.types import Delivery
from schema.plans.declare import about
from schema.registration.live import AFTER, READ_NOW
from subscriptions.interest import about as entries_about


@strawberry.type(description="证书寄送的一帧")
class DeliveryFrame(LiveFrame):
    delivery: Delivery | None = about(description=READ_NOW)
    delivery_id: strawberry.Private[int | None] = None


@strawberry.type
class Subscription:
    """What happens to certificates on their way."""

    @strawberry.subscription(description="证书寄送有变化")
    async def delivery_changed(
        self,
        info: Info,
        after: Annotated[Cursor | None, AFTER] = None,
        id: Annotated[strawberry.ID | None, strawberry.argument(description="只看这一件")] = None,
    ) -> AsyncIterator[DeliveryFrame]:
        prefix = DeliveryRow.prefix
        wanted = Wanted(entries_about(prefix, key_of(prefix, id) if id else None))
        async for frame in live_frames(info, after, DeliveryFrame, wanted, Shows("delivery", Delivery)):
            yield frame
