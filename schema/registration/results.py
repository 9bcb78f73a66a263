"""Mutations that end or multiply: issuing a certificate, and many cases at once."""

from collections.abc import Awaitable
from typing import Annotated, TypeVar

import strawberry

from models.kernel.errors import Refused
from models.kernel.unit import Done
from models.registration.signer import Signer
from models.registration.steps import bulk
from models.registration.steps.bulk import Outcome
from models.registration.steps.issuing import certificate_of, issue_certificate
from schema.common.context import Info, viewer_of
from schema.common.errors import UserError, to_graphql
from schema.common.mutations import INPUT, Payload, answer, outcome, payload
from schema.inputs import optional
from schema.plans import objects
from schema.registration.certificates import Certificate
from schema.registration.inputs import BulkItemInput, RemarkInput, claimed_of, remarks_of
from schema.registration.types import Registration

P = TypeVar("P", bound=Payload)


@strawberry.type(description="批量中的一件")
class BulkResult:
    registration: Registration | None = strawberry.field(description="注册申请")
    user_errors: list[UserError] = strawberry.field(description="没办成的原因")


@strawberry.input(description="制证：输入")
class IssueCertificateInput:
    id: strawberry.ID = strawberry.field(description="对象")
    version: int = strawberry.field(description="读到的版本")
    fence: int = strawberry.field(description="领取序号")
    idempotency_key: str = strawberry.field(description="幂等键：同键同内容得同一回答")


@payload("制证：结果")
class IssueCertificatePayload(Payload):
    registration: Registration | None = strawberry.field(default=None, description="注册申请")
    certificate: Certificate | None = strawberry.field(default=None, description="注册证")


@strawberry.input(description="批量通过：输入")
class PassRegistrationsInput:
    items: list[BulkItemInput] = strawberry.field(description="各件")
    opinion: str | None = optional("意见")
    idempotency_key: str = strawberry.field(description="幂等键：同键同内容得同一回答")


@payload("批量通过：结果")
class PassRegistrationsPayload(Payload):
    results: list[BulkResult] | None = strawberry.field(default=None, description="批量中的一件")


@strawberry.input(description="批量退回：输入")
class ReturnRegistrationsInput:
    items: list[BulkItemInput] = strawberry.field(description="各件")
    remarks: list[RemarkInput] = strawberry.field(description="意见")
    idempotency_key: str = strawberry.field(description="幂等键：同键同内容得同一回答")


@payload("批量退回：结果")
class ReturnRegistrationsPayload(Payload):
    results: list[BulkResult] | None = strawberry.field(default=None, description="批量中的一件")


@strawberry.type
class ResultMutations:
    """By the certificate maker; by whoever holds many cases."""

    @strawberry.mutation(description="制证")
    async def issue_certificate(
        self, info: Info, input: Annotated[IssueCertificateInput, INPUT]
    ) -> IssueCertificatePayload:
        step = issue_certificate.once(input.idempotency_key)
        signer = info.context.service(Signer)
        try:
            done = await step(viewer_of(info), on=claimed_of(input), signer=signer)
        except Refused as refused:
            return answer(IssueCertificatePayload, refused)
        made = await certificate_of(done.value)
        return await outcome(
            info, IssueCertificatePayload, done, registration=lambda case: case, certificate=lambda case: made
        )

    @strawberry.mutation(description="批量通过，最多 500 件，一件一个事务")
    async def pass_registrations(
        self, info: Info, input: Annotated[PassRegistrationsInput, INPUT]
    ) -> PassRegistrationsPayload:
        items, opinion = [claimed_of(one) for one in input.items], input.opinion or None
        work = bulk.pass_registrations(viewer_of(info), input.idempotency_key, items=items, opinion=opinion)
        return await _many(info, PassRegistrationsPayload, work)

    @strawberry.mutation(description="批量退回，最多 500 件，一件一个事务")
    async def return_registrations(
        self, info: Info, input: Annotated[ReturnRegistrationsInput, INPUT]
    ) -> ReturnRegistrationsPayload:
        items, remarks = [claimed_of(one) for one in input.items], remarks_of(input.remarks)
        work = bulk.return_registrations(viewer_of(info), input.idempotency_key, items=items, remarks=remarks)
        return await _many(info, ReturnRegistrationsPayload, work)


async def _many(info: Info, type_: type[P], work: Awaitable[list[Outcome]]) -> P:
    try:
        outcomes = await work
    except Refused as refused:
        return answer(type_, refused)
    finally:
        info.context.forget()
    done = Done(outcomes, bulk.last_position(outcomes))
    results = [await _result(info, one) for one in outcomes]
    return await outcome(info, type_, done, results=lambda _: results)


async def _result(info: Info, one: Outcome) -> BulkResult:
    return BulkResult(
        registration=await objects.one(Registration, one.on.id, info.context),
        user_errors=[to_graphql(error) for error in one.errors],
    )
