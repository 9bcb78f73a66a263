"""Mutations of decisions: pass, return, decline, refuse, extend."""

from typing import Annotated

import strawberry

from models.kernel.ids import key_of
from models.registration.steps import deciding
from models.registration.tables import Registration as RegistrationRow
from schema.common.context import Info, viewer_of
from schema.common.mutations import INPUT, Payload, payload, run
from schema.inputs import optional
from schema.registration.inputs import RemarkInput, claimed_of, remarks_of
from schema.registration.types import Registration


@strawberry.input(description="通过本环节：输入")
class PassRegistrationInput:
    id: strawberry.ID = strawberry.field(description="对象")
    version: int = strawberry.field(description="读到的版本")
    fence: int = strawberry.field(description="领取序号")
    opinion: str | None = optional("意见")
    override: str | None = optional("对未满足的规则仍予通过的理由，仅决定人")
    idempotency_key: str = strawberry.field(description="幂等键：同键同内容得同一回答")


@payload("通过本环节：结果")
class PassRegistrationPayload(Payload):
    registration: Registration | None = strawberry.field(default=None, description="注册申请")


@strawberry.input(description="退回补正：输入")
class ReturnRegistrationInput:
    id: strawberry.ID = strawberry.field(description="对象")
    version: int = strawberry.field(description="读到的版本")
    fence: int = strawberry.field(description="领取序号")
    remarks: list[RemarkInput] = strawberry.field(description="意见，至少一条")
    idempotency_key: str = strawberry.field(description="幂等键：同键同内容得同一回答")


@payload("退回补正：结果")
class ReturnRegistrationPayload(Payload):
    registration: Registration | None = strawberry.field(default=None, description="注册申请")


@strawberry.input(description="不予受理：输入")
class DeclineRegistrationInput:
    id: strawberry.ID = strawberry.field(description="对象")
    version: int = strawberry.field(description="读到的版本")
    fence: int = strawberry.field(description="领取序号")
    rules: list[str] = strawberry.field(description="未满足的规则")
    opinion: str = strawberry.field(description="意见")
    idempotency_key: str = strawberry.field(description="幂等键：同键同内容得同一回答")


@payload("不予受理：结果")
class DeclineRegistrationPayload(Payload):
    registration: Registration | None = strawberry.field(default=None, description="注册申请")


@strawberry.input(description="不予注册：输入")
class RefuseRegistrationInput:
    id: strawberry.ID = strawberry.field(description="对象")
    version: int = strawberry.field(description="读到的版本")
    fence: int = strawberry.field(description="领取序号")
    rules: list[str] = strawberry.field(description="未满足的规则")
    opinion: str = strawberry.field(description="意见")
    idempotency_key: str = strawberry.field(description="幂等键：同键同内容得同一回答")


@payload("不予注册：结果")
class RefuseRegistrationPayload(Payload):
    registration: Registration | None = strawberry.field(default=None, description="注册申请")


@strawberry.input(description="延长期限：输入")
class ExtendDeadlineInput:
    id: strawberry.ID = strawberry.field(description="对象")
    version: int = strawberry.field(description="读到的版本")
    reason: str = strawberry.field(description="理由")
    idempotency_key: str = strawberry.field(description="幂等键：同键同内容得同一回答")


@payload("延长期限：结果")
class ExtendDeadlinePayload(Payload):
    registration: Registration | None = strawberry.field(default=None, description="注册申请")


@strawberry.type
class DecisionMutations:
    """By the reviewer who holds the case; the extension by the head."""

    @strawberry.mutation(description="通过本环节；作出决定的环节即准予注册")
    async def pass_registration(
        self, info: Info, input: Annotated[PassRegistrationInput, INPUT]
    ) -> PassRegistrationPayload:
        step = deciding.pass_registration.once(input.idempotency_key)
        return await run(
            info,
            PassRegistrationPayload,
            step(
                viewer_of(info),
                on=claimed_of(input),
                opinion=input.opinion or None,
                override=input.override or None,
            ),
        )

    @strawberry.mutation(description="退回补正")
    async def return_registration(
        self, info: Info, input: Annotated[ReturnRegistrationInput, INPUT]
    ) -> ReturnRegistrationPayload:
        step = deciding.return_registration.once(input.idempotency_key)
        return await run(
            info,
            ReturnRegistrationPayload,
            step(viewer_of(info), on=claimed_of(input), remarks=remarks_of(input.remarks)),
        )

    @strawberry.mutation(description="不予受理")
    async def decline_registration(
        self, info: Info, input: Annotated[DeclineRegistrationInput, INPUT]
    ) -> DeclineRegistrationPayload:
        step = deciding.decline_registration.once(input.idempotency_key)
        return await run(
            info,
            DeclineRegistrationPayload,
            step(viewer_of(info), on=claimed_of(input), rules=input.rules, opinion=input.opinion),
        )

    @strawberry.mutation(description="不予注册")
    async def refuse_registration(
        self, info: Info, input: Annotated[RefuseRegistrationInput, INPUT]
    ) -> RefuseRegistrationPayload:
        step = deciding.refuse_registration.once(input.idempotency_key)
        return await run(
            info,
            RefuseRegistrationPayload,
            step(viewer_of(info), on=claimed_of(input), rules=input.rules, opinion=input.opinion),
        )

    @strawberry.mutation(description="延长期限")
    async def extend_deadline(
        self, info: Info, input: Annotated[ExtendDeadlineInput, INPUT]
    ) -> ExtendDeadlinePayload:
        step = deciding.extend_deadline.once(input.idempotency_key)
        return await run(
            info,
            ExtendDeadlinePayload,
            step(
                viewer_of(info),
                id=key_of(RegistrationRow.prefix, input.id),
                version=input.version,
                reason=input.reason,
            ),
        )
