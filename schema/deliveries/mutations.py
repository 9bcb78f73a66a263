"""Mutations of deliveries: by the holder, and by whoever makes certificates."""

from typing import Annotated

import strawberry

from models.kernel.ids import key_of
from models.registration.deliveries.address import Address
from models.registration.deliveries.tables import Delivery as DeliveryRow
from models.registration.kinds import DeliveryMethod
from models.registration.steps import delivering
from schema.common.context import Info, viewer_of
from schema.common.mutations import INPUT, Payload, payload, run
from schema.deliveries.types import Delivery
from schema.inputs import optional

PREFIX = DeliveryRow.prefix


@strawberry.input(description="领取方式")
class DeliveryAddressInput:
    method: DeliveryMethod = strawberry.field(description="方式")
    receiver: str | None = optional("收件人")
    phone: str | None = optional("联系电话，尽量为手机号")
    region_code: str | None = optional("区域")
    address: str | None = optional("详细地址")


@strawberry.input(description="修改收件信息：输入")
class ChangeDeliveryAddressInput:
    id: strawberry.ID = strawberry.field(description="对象")
    version: int = strawberry.field(description="读到的版本")
    delivery: DeliveryAddressInput = strawberry.field(description="领取方式")
    idempotency_key: str = strawberry.field(description="幂等键：同键同内容得同一回答")


@payload("修改收件信息：结果")
class ChangeDeliveryAddressPayload(Payload):
    delivery: Delivery | None = strawberry.field(default=None, description="证书寄送")


@strawberry.input(description="确认签收：输入")
class ConfirmDeliveryInput:
    id: strawberry.ID = strawberry.field(description="对象")
    version: int = strawberry.field(description="读到的版本")
    idempotency_key: str = strawberry.field(description="幂等键：同键同内容得同一回答")


@payload("确认签收：结果")
class ConfirmDeliveryPayload(Payload):
    delivery: Delivery | None = strawberry.field(default=None, description="证书寄送")


@strawberry.input(description="寄出或当面交付：输入")
class SendDeliveryInput:
    id: strawberry.ID = strawberry.field(description="对象")
    version: int = strawberry.field(description="读到的版本")
    courier: str | None = optional("快递公司")
    courier_number: str | None = optional("快递单号")
    idempotency_key: str = strawberry.field(description="幂等键：同键同内容得同一回答")


@payload("寄出或当面交付：结果")
class SendDeliveryPayload(Payload):
    delivery: Delivery | None = strawberry.field(default=None, description="证书寄送")


@strawberry.input(description="登记退件：输入")
class ReportDeliveryBackInput:
    id: strawberry.ID = strawberry.field(description="对象")
    version: int = strawberry.field(description="读到的版本")
    reason: str = strawberry.field(description="原因")
    idempotency_key: str = strawberry.field(description="幂等键：同键同内容得同一回答")


@payload("登记退件：结果")
class ReportDeliveryBackPayload(Payload):
    delivery: Delivery | None = strawberry.field(default=None, description="证书寄送")


@strawberry.type
class DeliveryMutations:
    """The holder corrects and confirms; the maker sends and notes what came back."""

    @strawberry.mutation(description="修改收件信息")
    async def change_delivery_address(
        self, info: Info, input: Annotated[ChangeDeliveryAddressInput, INPUT]
    ) -> ChangeDeliveryAddressPayload:
        step, to = delivering.change_delivery_address.once(input.idempotency_key), address_of(input.delivery)
        return await run(
            info,
            ChangeDeliveryAddressPayload,
            step(viewer_of(info), id=key_of(PREFIX, input.id), version=input.version, to=to),
        )

    @strawberry.mutation(description="确认签收")
    async def confirm_delivery(
        self, info: Info, input: Annotated[ConfirmDeliveryInput, INPUT]
    ) -> ConfirmDeliveryPayload:
        step = delivering.confirm_delivery.once(input.idempotency_key)
        return await run(
            info,
            ConfirmDeliveryPayload,
            step(viewer_of(info), id=key_of(PREFIX, input.id), version=input.version),
        )

    @strawberry.mutation(description="寄出或当面交付")
    async def send_delivery(
        self, info: Info, input: Annotated[SendDeliveryInput, INPUT]
    ) -> SendDeliveryPayload:
        step = delivering.send_delivery.once(input.idempotency_key)
        return await run(
            info,
            SendDeliveryPayload,
            step(
                viewer_of(info),
                id=key_of(PREFIX, input.id),
                version=input.version,
                courier=input.courier or None,
                courier_number=input.courier_number or None,
            ),
        )

    @strawberry.mutation(description="登记退件")
    async def report_delivery_back(
        self, info: Info, input: Annotated[ReportDeliveryBackInput, INPUT]
    ) -> ReportDeliveryBackPayload:
        step = delivering.report_delivery_back.once(input.idempotency_key)
        return await run(
            info,
            ReportDeliveryBackPayload,
            step(viewer_of(info), id=key_of(PREFIX, input.id), version=input.version, reason=input.reason),
        )


def address_of(given: DeliveryAddressInput) -> Address:
    return Address(
        method=given.method,
        receiver=given.receiver or None,
        phone=given.phone or None,
        region_code=given.region_code or None,
        address=given.address or None,
    )
