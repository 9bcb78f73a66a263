"""What is shown of deliveries."""

from collections.abc import Callable

from models.kernel.viewer import Viewer, ViewerKind
from models.kernel.workflow import Available
from models.people.masks import mask_address, mask_mobile, mask_name
from models.registration.deliveries.address import phone_advice
from models.registration.deliveries.kinds import DeliveryState
from models.registration.deliveries.reads import relations_to_delivery
from models.registration.deliveries.tables import Delivery
from models.registration.deliveries.workflow import DELIVERY
from models.registration.kinds import DeliveryMethod
from models.registration.shown import Shown
from models.registration.workflow import Relation


def delivery_title(certificate_number: str) -> str:
    return f"注册证{certificate_number}的寄送"


def delivery_status(state: DeliveryState) -> str:
    return DELIVERY.words[state]


def delivery_options(row: Delivery, viewer: Viewer) -> list[Available]:
    return DELIVERY.available(row.state, relations_to_delivery(row, viewer))


def advice(phone: str | None, method: DeliveryMethod) -> str | None:
    return phone_advice(phone, method)


def receiver_of(row: Delivery, viewer: Viewer) -> Shown | None:
    return _shown(row, viewer, row.receiver, mask_name)


def phone_of(row: Delivery, viewer: Viewer) -> Shown | None:
    return _shown(row, viewer, row.phone, mask_mobile)


def address_of(row: Delivery, viewer: Viewer) -> Shown | None:
    return _shown(row, viewer, row.address, mask_address)


def _shown(row: Delivery, viewer: Viewer, text: str | None, mask: Callable[[str], str]) -> Shown | None:
    """Whole for its holder, and for whoever writes it on the parcel."""
    if not text:
        return None
    known = viewer.kind is ViewerKind.SYSTEM or relations_to_delivery(row, viewer) & {
        Relation.FILER,
        Relation.STAGE_REVIEWER,
    }
    return Shown(mask(text), text if known else None)
