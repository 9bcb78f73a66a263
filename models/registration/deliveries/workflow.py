"""The machine of deliveries."""

from models.kernel.workflow import Workflow, move
from models.registration.deliveries import events
from models.registration.deliveries.kinds import DeliveryState
from models.registration.workflow import Relation

_D = DeliveryState
_FILER, _MAKER, _CLOCK, _SO = (
    {Relation.FILER},
    {Relation.STAGE_REVIEWER},
    {Relation.CLOCK},
    {Relation.CONSEQUENCE},
)
_TO_SEND = {_D.PENDING, _D.CAME_BACK}

DELIVERY = Workflow(
    "delivery",
    "证书寄送",
    DeliveryState,
    {_D.PENDING: "待寄出", _D.SENT: "已寄出", _D.RECEIVED: "已签收", _D.CAME_BACK: "已退件"},
    (
        move("~add", "待寄出", (), {_D.PENDING}, _SO),
        move("change_delivery_address", "修改收件信息", _TO_SEND, (), _FILER, events.DeliveryAddressChanged),
        move("send_delivery", "寄出", _TO_SEND, {_D.SENT}, _MAKER, events.DeliverySent),
        move(
            "confirm_delivery",
            "确认签收",
            {_D.SENT},
            {_D.RECEIVED},
            _FILER | _MAKER | _CLOCK,
            events.DeliveryReceived,
        ),
        move("report_delivery_back", "登记退件", {_D.SENT}, {_D.CAME_BACK}, _MAKER, events.DeliveryCameBack),
    ),
)
