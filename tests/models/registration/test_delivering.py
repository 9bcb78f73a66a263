"""A certificate on its way: who may do what, what each is told, and that the case ends with the first sending."""

from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest

from models.kernel.clock import freeze, now
from models.kernel.errors import Forbidden, InvalidField, NotFound, Refused
from models.kernel.unit import Unit, unit_of_work
from models.kernel.viewer import PUBLIC_VIEWER, SYSTEM_VIEWER
from models.professions.rulebook import STAGE_ROLES
from models.registration.deliveries.address import ADVICE, Address, phone_advice
from models.registration.deliveries.kinds import DeliveryState
from models.registration.deliveries.reads import visible_to
from models.registration.deliveries.sweeps import receive_deliveries
from models.registration.deliveries.tables import Delivery
from models.registration.kinds import DeliveryMethod, RegistrationState, StageState
from models.registration.stages import current_stage
from models.registration.steps.delivering import (
    TAKEN_AS_RECEIVED,
    change_delivery_address,
    confirm_delivery,
    report_delivery_back,
    send_delivery,
)
from models.registration.tables import Registration, RegistrationStage, WorkItem
from tests.batch_story import DELIVERING, MAKING, PRE, batch_desk, case_at, go_by_batches
from tests.factories import Story, engineer, reviewer
from tests.registration_story import issue, told_to

MAKER_ROLE = STAGE_ROLES[MAKING]
COURIER = DeliveryMethod.COURIER_COLLECT
HOME = Address(method=COURIER, receiver="王海宁", phone="13800001234", address="南京市鼓楼区汉口路22号")
BY: dict[str, Any] = {"courier": "顺丰速运", "courier_number": "SF1234567890"}


@pytest.fixture(autouse=True)
def _batches(monkeypatch: pytest.MonkeyPatch) -> None:
    go_by_batches(monkeypatch)


@unit_of_work
async def _asks_for(unit: Unit, *, id: int, method: DeliveryMethod) -> None:
    """What the form's section of delivery would have kept."""
    columns = {"receiver": HOME.receiver, "phone": HOME.phone, "address": HOME.address}
    known = {f"delivery_{name}": value for name, value in columns.items()}
    await Registration.filter(id=id).update(delivery_method=method, **known)


async def issued(method: DeliveryMethod = COURIER) -> Story:
    """A case whose certificate has just been made."""
    story = await case_at(MAKING, await batch_desk())
    await delivered_by_courier(story, method)
    return story


async def delivered_by_courier(story: Story, method: DeliveryMethod = COURIER) -> None:
    """The certificate is made, and is to be delivered."""
    await _asks_for(SYSTEM_VIEWER, id=story.case.id, method=method)
    await issue(story)


async def delivery_of(story: Story) -> Delivery:
    return await Delivery.get(registration_id=story.case.id)


async def on(story: Story) -> dict[str, Any]:
    row = await delivery_of(story)
    return {"id": row.id, "version": row.version}


@pytest.mark.requirement("S4-27")
async def test_a_certificate_made_waits_to_be_sent_as_the_form_asked(database: str) -> None:
    story = await issued()
    row, maker = await delivery_of(story), story.desk.officers[MAKING]
    assert (row.state, row.method, row.receiver, row.phone) == (
        DeliveryState.PENDING, COURIER, HOME.receiver, HOME.phone,
    )  # fmt: skip
    assert row.address == HOME.address
    case = await story.fresh()
    stage = await current_stage(case)
    assert stage is not None
    assert (case.state, stage.kind, stage.state) == (RegistrationState.GRANTED, DELIVERING, StageState.OPEN)
    assert await WorkItem.filter(registration_id=case.id, stage_kind=DELIVERING).count() == 0
    sent = (await send_delivery(maker, **await on(story), **BY)).value
    assert (sent.state, sent.courier_number) == (DeliveryState.SENT, BY["courier_number"])
    assert (await story.fresh()).state is RegistrationState.COMPLETED
    passed = await RegistrationStage.get(registration_id=case.id, kind=DELIVERING)
    assert (passed.state, passed.officer_id) == (StageState.PASSED, maker.reviewer_id)
    (told,) = await told_to(story.filer, sent)
    assert (told.name, told.notifies, "SF1234567890" in told.summary) == ("DELIVERY_SENT", True, True)
    done = (await confirm_delivery(story.filer, **await on(story))).value
    assert done.state is DeliveryState.RECEIVED


async def test_what_came_back_is_sent_again_to_the_corrected_address(database: str) -> None:
    story = await issued()
    maker = story.desk.officers[MAKING]
    await send_delivery(maker, **await on(story), **BY)
    with pytest.raises(Refused):
        await change_delivery_address(story.filer, **await on(story), to=HOME)
    with pytest.raises(Refused, match="退件的原因"):
        await report_delivery_back(maker, **await on(story), reason=" ")
    await report_delivery_back(maker, **await on(story), reason="查无此人")
    told = (await told_to(story.filer, await delivery_of(story)))[-1]
    assert (told.name, told.notifies) == ("DELIVERY_CAME_BACK", True)
    moved = replace(HOME, address="苏州市姑苏区人民路1号")
    row = (await change_delivery_address(story.filer, **await on(story), to=moved)).value
    assert row.address == "苏州市姑苏区人民路1号"
    version = (await story.fresh()).version
    again = (await send_delivery(maker, **await on(story), courier="中通", courier_number="ZT1")).value
    assert (again.state, again.courier) == (DeliveryState.SENT, "中通")
    assert (await story.fresh()).version == version, "the case ended with the first sending"


@pytest.mark.requirement("S4-28")
@pytest.mark.parametrize(
    ("phone", "advised"),
    [("13800001234", False), ("025-83591234", True), ("", True), ("12345678901", True), (None, True)],
)
def test_a_courier_is_told_a_mobile_number_by_advice(phone: str | None, advised: bool) -> None:
    assert phone_advice(phone, COURIER) == (ADVICE if advised else None)
    assert phone_advice(phone, DeliveryMethod.PICK_UP) is None


@pytest.mark.parametrize(
    ("change", "field"),
    [
        ({"receiver": " "}, "receiver"),
        ({"phone": None}, "phone"),
        ({"address": ""}, "address"),
        ({"address": "路" * 201}, "address"),
        ({"region_code": "3" * 13}, "regionCode"),
        ({"method": DeliveryMethod.ELECTRONIC}, "method"),
    ],
)
async def test_an_address_that_no_courier_finds_is_refused_by_field(
    sqlite: str, change: dict[str, Any], field: str
) -> None:
    story = await issued()
    with pytest.raises(Refused) as refused:
        await change_delivery_address(story.filer, **await on(story), to=replace(HOME, **change))
    (error,) = refused.value.errors
    assert isinstance(error, InvalidField)
    assert error.path is not None and error.path[-1] == field
    assert error.received is not None and error.wanted


@pytest.mark.parametrize(
    ("courier", "number", "field"),
    [("", "SF1", "courier"), ("顺丰", "", "courierNumber"), ("顺丰", "1" * 41, "courierNumber")],
)
async def test_nothing_is_sent_without_courier_and_number(
    sqlite: str, courier: str, number: str, field: str
) -> None:
    story = await issued()
    maker = story.desk.officers[MAKING]
    with pytest.raises(Refused) as refused:
        await send_delivery(maker, **await on(story), courier=courier, courier_number=number)
    assert refused.value.errors[0].path == ("input", field)
    assert (await delivery_of(story)).state is DeliveryState.PENDING


async def test_what_is_fetched_is_handed_over_without_a_courier(sqlite: str) -> None:
    story = await issued(DeliveryMethod.PICK_UP)
    row = (await send_delivery(story.desk.officers[MAKING], **await on(story))).value
    assert (row.state, row.courier) == (DeliveryState.SENT, None)
    assert "当面交付" in (await told_to(story.filer, row))[-1].summary


async def test_where_only_the_electronic_one_is_wanted_the_case_ends_with_its_making(sqlite: str) -> None:
    story = await issued(DeliveryMethod.ELECTRONIC)
    assert await Delivery.all().count() == 0
    assert (await story.fresh()).state is RegistrationState.COMPLETED
    assert await current_stage(story.case) is None


async def test_who_may_do_what_with_a_delivery(database: str) -> None:
    story = await issued()
    at, row = story.desk, await delivery_of(story)
    given = {"id": row.id, "version": row.version}
    elsewhere = await batch_desk(short_name="川", region_code="510000")
    city = await reviewer(MAKER_ROLE, at=at.authority, regions=("3205",))
    for stranger in (PUBLIC_VIEWER, await engineer(), elsewhere.officers[MAKING], city):
        assert await Delivery.filter(visible_to(stranger)).count() == 0
        with pytest.raises(NotFound):
            await send_delivery(stranger, **given, **BY)
    for colleague in (at.officers[PRE], at.head, story.filer):
        with pytest.raises(Forbidden):
            await send_delivery(colleague, **given, **BY)
    with pytest.raises(Forbidden):
        await change_delivery_address(at.officers[MAKING], **given, to=HOME)
    kin = await reviewer(MAKER_ROLE, at=at.authority, name="本人", person_id=story.filer.person_id)
    with pytest.raises(Refused, match="须由他人办理"):
        await send_delivery(kin, **given, **BY)


async def test_after_thirty_days_it_counts_as_received(sqlite: str) -> None:
    story = await issued()
    await send_delivery(story.desk.officers[MAKING], **await on(story), **BY)
    for days, state in ((-1, DeliveryState.SENT), (1, DeliveryState.RECEIVED), (2, DeliveryState.RECEIVED)):
        with freeze(now() + TAKEN_AS_RECEIVED + timedelta(days=days)):
            await receive_deliveries()
        assert (await delivery_of(story)).state is state
