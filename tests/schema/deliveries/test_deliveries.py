"""Deliveries over GraphQL: private texts for the holder and the maker alone, and the courier's number live."""

from typing import Any

import pytest

from models.kernel.viewer import PUBLIC_VIEWER
from models.registration.steps.delivering import change_delivery_address, send_delivery
from tests.batch_story import MAKING, go_by_batches
from tests.models.registration.test_delivering import BY, HOME, issued, on
from tests.schema.live.subscribing import Box, scene
from tests.schema.registration.asking import ask, do

LIST = """{ deliveries(first: 5) { nodes { id version state title method certificateNumber courierNumber
    phoneAdvice availableActions { action } receiver { masked full } phone { masked full } address { masked full } } } }"""
FEED = """subscription { deliveryChanged { kind cursor event { name } delivery { state courier courierNumber } } }"""


@pytest.fixture(autouse=True)
def _batches(monkeypatch: pytest.MonkeyPatch) -> None:
    go_by_batches(monkeypatch)


@pytest.mark.requirement("S4-27")
async def test_address_and_telephone_are_whole_for_holder_and_maker_only(database: str) -> None:
    story = await issued()
    maker, head = story.desk.officers[MAKING], story.desk.head
    (own,) = (await ask(story.filer, LIST))["deliveries"]["nodes"]
    (made,) = (await ask(maker, LIST))["deliveries"]["nodes"]
    (seen,) = (await ask(head, LIST))["deliveries"]["nodes"]
    assert own["phone"] == made["phone"] == {"masked": "138****1234", "full": HOME.phone}
    assert made["address"]["full"] == HOME.address
    assert [seen[field]["full"] for field in ("receiver", "phone", "address")] == [None] * 3
    assert [one["action"] for one in own["availableActions"]] == ["CHANGE_DELIVERY_ADDRESS"]
    assert [one["action"] for one in made["availableActions"]] == ["SEND_DELIVERY"]
    assert seen["availableActions"] == []
    assert (await ask(PUBLIC_VIEWER, LIST))["deliveries"]["nodes"] == []


@pytest.mark.requirement("S4-28")
async def test_changing_sending_confirming(database: str) -> None:
    story = await issued()
    maker, fields = story.desk.officers[MAKING], "delivery { id version state phoneAdvice courierNumber }"
    (own,) = (await ask(story.filer, LIST))["deliveries"]["nodes"]
    at: dict[str, Any] = {"id": own["id"], "version": own["version"]}
    to = {"method": "COURIER_COLLECT", "receiver": "王海宁", "phone": "025-83591234", "address": "汉口路22号"}
    changed = await do(story.filer, "changeDeliveryAddress", fields, **at, delivery=to, idempotencyKey="c")
    assert changed["delivery"]["phoneAdvice"] == "建议填写手机号码，以免证书丢失"
    at["version"] = changed["delivery"]["version"]
    missing = await do(maker, "sendDelivery", fields, **at, courier="顺丰", idempotencyKey="s0")
    assert [(one["code"], one["path"]) for one in missing["userErrors"]] == [
        ("INVALID", ["input", "courierNumber"])
    ]
    sent = await do(
        maker, "sendDelivery", fields, **at, courier="顺丰", courierNumber="SF1", idempotencyKey="s"
    )
    assert sent == await do(
        maker, "sendDelivery", fields, **at, courier="顺丰", courierNumber="SF1", idempotencyKey="s"
    )
    at["version"] = sent["delivery"]["version"]
    back = await do(maker, "reportDeliveryBack", fields, **at, reason="无人签收", idempotencyKey="b")
    assert back["delivery"]["state"] == "CAME_BACK"
    at["version"] = back["delivery"]["version"]
    again = await do(
        maker, "sendDelivery", fields, **at, courier="顺丰", courierNumber="SF2", idempotencyKey="t"
    )
    at["version"] = again["delivery"]["version"]
    done = await do(story.filer, "confirmDelivery", fields, **at, idempotencyKey="d")
    assert (done["delivery"]["state"], done["delivery"]["courierNumber"]) == ("RECEIVED", "SF2")
    case = "query ($id: ID!) { node(id: $id) { ... on Registration { state delivery { state courierNumber } } } }"
    shown = (await ask(story.filer, case, id=story.case.global_id))["node"]
    assert shown == {"state": "COMPLETED", "delivery": {"state": "RECEIVED", "courierNumber": "SF2"}}


async def test_the_number_reaches_the_holder_live_and_nobody_else(database: str) -> None:
    story, other = await issued(), await issued()
    async with scene() as live:
        holder = await live.subscriber(story.filer, FEED, Box())
        stranger = await live.subscriber(other.filer, FEED, Box())
        await live.quiet()
        await change_delivery_address(story.filer, **await on(story), to=HOME)
        await send_delivery(story.desk.officers[MAKING], **await on(story), **BY)
        await live.quiet()
        told = [frame for frame in holder.frames if frame["event"]]
        assert [frame["event"]["name"] for frame in told] == ["DELIVERY_ADDRESS_CHANGED", "DELIVERY_SENT"]
        assert told[-1]["delivery"] == {
            "state": "SENT", "courier": BY["courier"], "courierNumber": BY["courier_number"],
        }  # fmt: skip
        assert [frame for frame in stranger.frames if frame["event"]] == []
