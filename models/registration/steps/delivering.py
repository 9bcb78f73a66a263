"""A certificate on its way: the address corrected, sent or handed over, received, come back."""

from datetime import timedelta

from models.kernel.errors import InvalidField, Refused
from models.kernel.rows import for_change
from models.kernel.unit import Unit, unit_of_work
from models.registration.deliveries.address import LONGEST, Address
from models.registration.deliveries.events import (
    DeliveryAddressChanged,
    DeliveryCameBack,
    DeliveryReceived,
    DeliverySent,
)
from models.registration.deliveries.kinds import DeliveryState
from models.registration.deliveries.reads import relations_to_delivery, visible_to
from models.registration.deliveries.tables import Delivery
from models.registration.deliveries.workflow import DELIVERY
from models.registration.events import RegistrationCompleted
from models.registration.four_eyes import require_stranger
from models.registration.kinds import DeliveryMethod, RegistrationState, StageKind
from models.registration.stages import OPENED, SO, pass_stage, stage_with
from models.registration.steps.texts import LONGEST_REASON, written
from models.registration.tables import Registration
from models.registration.words import DELIVERY_WORDS
from models.registration.workflow import REGISTRATION

LONGEST_COURIER = 40
TAKEN_AS_RECEIVED = timedelta(days=30)
"""After so long nobody asks any more whether it has come."""


@unit_of_work
async def change_delivery_address(unit: Unit, *, id: int, version: int, to: Address) -> Delivery:
    """Correct where the certificate goes, until it is sent, or when it has come back: by its holder."""
    row = await for_change(Delivery, visible_to(unit.viewer), id, version)
    await DELIVERY.require(row, "change_delivery_address", relations_to_delivery(row, unit.viewer))
    if to.method is DeliveryMethod.ELECTRONIC:
        raise Refused(
            InvalidField(
                path=("input", "delivery", "method"),
                message="纸质证书已制成，请选择快递或自取",
                received=DELIVERY_WORDS[to.method],
                wanted="快递或自取",
            )
        )
    mistakes = to.mistakes()
    if mistakes:
        raise Refused(*mistakes)
    row.method = to.method
    for field in LONGEST:
        setattr(row, field, (getattr(to, field) or "").strip() or None)
    await row.store("method", *LONGEST)
    unit.record(DeliveryAddressChanged(DELIVERY_WORDS[row.method]), row)
    return row


@unit_of_work
async def send_delivery(
    unit: Unit, *, id: int, version: int, courier: str | None = None, courier_number: str | None = None
) -> Delivery:
    """Sent by courier with its number, or handed over where it is fetched. The first sending ends the case.

    :raises Refused: a courier without name or number, no address yet, or the case is the reviewer's own.
    """
    row = await for_change(Delivery, visible_to(unit.viewer), id, version)
    move = await DELIVERY.require(row, "send_delivery", relations_to_delivery(row, unit.viewer))
    case = await Registration.filter(id=row.registration_id).select_for_update().get()
    await require_stranger(case, unit.viewer.reviewer_id)
    row.courier, row.courier_number = _carrier(row, courier, courier_number)
    DELIVERY.enter(row, move)
    row.sent_at = unit.now
    await row.store("state", "courier", "courier_number", "sent_at")
    unit.record(DeliverySent(row.certificate_number, _how(row)), row)
    await _complete(unit, case)
    return row


@unit_of_work
async def confirm_delivery(unit: Unit, *, id: int, version: int) -> Delivery:
    """It has arrived: says its holder, or whoever sent it."""
    row = await for_change(Delivery, visible_to(unit.viewer), id, version)
    return await _received(unit, row, "")


@unit_of_work
async def take_as_received(unit: Unit, *, id: int) -> Delivery | None:
    """Thirty days after it was sent: by the clock. None when it is not so any more."""
    row = await for_change(Delivery, visible_to(unit.viewer), id)
    late = row.sent_at is not None and row.sent_at + TAKEN_AS_RECEIVED <= unit.now
    if row.state is not DeliveryState.SENT or not late:
        return None
    return await _received(unit, row, f"（寄出满{TAKEN_AS_RECEIVED.days}天）")


@unit_of_work
async def report_delivery_back(unit: Unit, *, id: int, version: int, reason: str) -> Delivery:
    """It came back, with the reason; its holder can correct the address and it is sent again."""
    row = await for_change(Delivery, visible_to(unit.viewer), id, version)
    move = await DELIVERY.require(row, "report_delivery_back", relations_to_delivery(row, unit.viewer))
    row.reason = written(reason, "reason", LONGEST_REASON)
    if not row.reason:
        raise Refused(
            InvalidField(
                path=("input", "reason"),
                message="请写明退件的原因",
                received="未填写",
                wanted=f"1至{LONGEST_REASON}个字",
            )
        )
    DELIVERY.enter(row, move)
    await row.store("state", "reason")
    unit.record(DeliveryCameBack(row.certificate_number), row)
    return row


async def _received(unit: Unit, row: Delivery, how: str) -> Delivery:
    move = await DELIVERY.require(row, "confirm_delivery", relations_to_delivery(row, unit.viewer))
    DELIVERY.enter(row, move)
    row.received_at = unit.now
    await row.store("state", "received_at")
    unit.record(DeliveryReceived(row.certificate_number, how), row)
    return row


def _carrier(row: Delivery, courier: str | None, number: str | None) -> tuple[str | None, str | None]:
    """Courier and number as sent; none where it is fetched."""
    if row.method is DeliveryMethod.PICK_UP:
        return None, None
    given = Address(
        method=row.method,
        receiver=row.receiver,
        phone=row.phone,
        region_code=row.region_code,
        address=row.address,
    )
    missing = given.mistakes()
    if missing:
        raise Refused(*missing)
    return (
        _asked(courier, "courier", "请填写快递公司"),
        _asked(number, "courierNumber", "请填写快递单号"),
    )


def _asked(text: str | None, field: str, missing: str) -> str:
    found = written(text, field, LONGEST_COURIER)
    if not found:
        raise Refused(
            InvalidField(
                path=("input", field),
                message=missing,
                received="未填写",
                wanted=f"1至{LONGEST_COURIER}个字",
            )
        )
    return found


def _how(row: Delivery) -> str:
    return f"寄出：{row.courier} {row.courier_number}" if row.courier else "当面交付"


async def _complete(unit: Unit, case: Registration) -> None:
    """The last stage passes with the first sending."""
    stage = await stage_with(case, *OPENED)
    if stage is None or stage.kind is not StageKind.DELIVERY:
        return
    await pass_stage(unit, case, stage, None)
    move = await REGISTRATION.require(case, "~complete", SO)
    REGISTRATION.enter(case, move, RegistrationState.COMPLETED)
    await case.store("state")
    unit.record(RegistrationCompleted(str(case.number)), case)
