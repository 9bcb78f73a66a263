"""The clock's work of deliveries."""

from datetime import timedelta

import structlog

from models.kernel.clock import now
from models.kernel.errors import Fault, Refused
from models.kernel.sweeps import sweep
from models.kernel.viewer import SYSTEM_VIEWER
from models.registration.deliveries.kinds import DeliveryState
from models.registration.deliveries.tables import Delivery
from models.registration.steps.delivering import TAKEN_AS_RECEIVED, take_as_received

AT_ONCE = 500
log = structlog.get_logger("deliveries")


@sweep("receive_deliveries", timedelta(hours=1))
async def receive_deliveries() -> int:
    """Take what was sent thirty days ago as received; gives how many."""
    old = Delivery.filter(state=DeliveryState.SENT, sent_at__lte=now() - TAKEN_AS_RECEIVED)
    changed = 0
    for key in await old.order_by("sent_at", "id").limit(AT_ONCE).values_list("id", flat=True):
        try:
            changed += (await take_as_received(SYSTEM_VIEWER, id=int(str(key)))).value is not None
        except (Refused, Fault) as error:
            log.warning("delivery left", delivery=key, reason=str(error))
    return changed
