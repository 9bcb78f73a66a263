"""Mutations that answer a request to withdraw."""

from typing import Annotated

import strawberry

from models.registration.steps import withdrawing
from schema.common.context import Info, viewer_of
from schema.common.mutations import INPUT, Payload, payload, run
from schema.registration.inputs import claimed_of
from schema.registration.types import Registration


@strawberry.input(description="同意撤回：输入")
class AllowWithdrawalInput:
    id: strawberry.ID = strawberry.field(description="对象")
    version: int = strawberry.field(description="读到的版本")
    fence: int = strawberry.field(description="领取序号")
    idempotency_key: str = strawberry.field(description="幂等键：同键同内容得同一回答")


@payload("同意撤回：结果")
class AllowWithdrawalPayload(Payload):
    registration: Registration | None = strawberry.field(default=None, description="注册申请")


@strawberry.input(description="不同意撤回：输入")
class DenyWithdrawalInput:
    id: strawberry.ID = strawberry.field(description="对象")
    version: int = strawberry.field(description="读到的版本")
    fence: int = strawberry.field(description="领取序号")
    reason: str = strawberry.field(description="理由")
    idempotency_key: str = strawberry.field(description="幂等键：同键同内容得同一回答")


@payload("不同意撤回：结果")
class DenyWithdrawalPayload(Payload):
    registration: Registration | None = strawberry.field(default=None, description="注册申请")


@strawberry.type
class WithdrawalMutations:
    """By the reviewer who holds the case."""

    @strawberry.mutation(description="同意撤回")
    async def allow_withdrawal(
        self, info: Info, input: Annotated[AllowWithdrawalInput, INPUT]
    ) -> AllowWithdrawalPayload:
        step = withdrawing.allow_withdrawal.once(input.idempotency_key)
        return await run(info, AllowWithdrawalPayload, step(viewer_of(info), on=claimed_of(input)))

    @strawberry.mutation(description="不同意撤回")
    async def deny_withdrawal(
        self, info: Info, input: Annotated[DenyWithdrawalInput, INPUT]
    ) -> DenyWithdrawalPayload:
        step = withdrawing.deny_withdrawal.once(input.idempotency_key)
        return await run(
            info,
            DenyWithdrawalPayload,
            step(viewer_of(info), on=claimed_of(input), reason=input.reason),
        )
