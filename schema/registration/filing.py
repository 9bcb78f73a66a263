"""Mutations of filing: submit, resubmit, withdraw, discard."""

from typing import Annotated

import strawberry

from models.kernel.ids import key_of
from models.registration.steps import filing, withdrawing
from models.registration.tables import Registration as RegistrationRow
from schema.common.context import Info, viewer_of
from schema.common.mutations import INPUT, Payload, payload, run
from schema.inputs import optional
from schema.registration.types import Registration

PREFIX = RegistrationRow.prefix


@strawberry.input(description="确认提交（上报）：输入")
class SubmitRegistrationInput:
    id: strawberry.ID = strawberry.field(description="对象")
    version: int = strawberry.field(description="读到的版本")
    preview_digest: str = strawberry.field(description="所确认预览的摘要")
    idempotency_key: str = strawberry.field(description="幂等键：同键同内容得同一回答")


@payload("确认提交（上报）：结果")
class SubmitRegistrationPayload(Payload):
    registration: Registration | None = strawberry.field(default=None, description="注册申请")


@strawberry.input(description="补正后提交：输入")
class ResubmitRegistrationInput:
    id: strawberry.ID = strawberry.field(description="对象")
    version: int = strawberry.field(description="读到的版本")
    preview_digest: str = strawberry.field(description="所确认预览的摘要")
    idempotency_key: str = strawberry.field(description="幂等键：同键同内容得同一回答")


@payload("补正后提交：结果")
class ResubmitRegistrationPayload(Payload):
    registration: Registration | None = strawberry.field(default=None, description="注册申请")


@strawberry.input(description="撤回：输入")
class WithdrawRegistrationInput:
    id: strawberry.ID = strawberry.field(description="对象")
    version: int = strawberry.field(description="读到的版本")
    reason: str | None = optional("理由，记在停下的环节，审核人员可见")
    idempotency_key: str = strawberry.field(description="幂等键：同键同内容得同一回答")


@payload("撤回：结果")
class WithdrawRegistrationPayload(Payload):
    registration: Registration | None = strawberry.field(default=None, description="注册申请")


@strawberry.input(description="申请撤回：输入")
class RequestWithdrawalInput:
    id: strawberry.ID = strawberry.field(description="对象")
    version: int = strawberry.field(description="读到的版本")
    reason: str = strawberry.field(description="理由")
    idempotency_key: str = strawberry.field(description="幂等键：同键同内容得同一回答")


@payload("申请撤回：结果")
class RequestWithdrawalPayload(Payload):
    registration: Registration | None = strawberry.field(default=None, description="注册申请")


@strawberry.input(description="删除草稿：输入")
class DiscardRegistrationInput:
    id: strawberry.ID = strawberry.field(description="对象")
    version: int = strawberry.field(description="读到的版本")
    idempotency_key: str = strawberry.field(description="幂等键：同键同内容得同一回答")


@payload("删除草稿：结果")
class DiscardRegistrationPayload(Payload):
    registration: Registration | None = strawberry.field(default=None, description="注册申请")


@strawberry.type
class FilingMutations:
    """By the filer."""

    @strawberry.mutation(description="确认提交（上报）")
    async def submit_registration(
        self, info: Info, input: Annotated[SubmitRegistrationInput, INPUT]
    ) -> SubmitRegistrationPayload:
        step = filing.submit_registration.once(input.idempotency_key)
        return await run(
            info,
            SubmitRegistrationPayload,
            step(
                viewer_of(info),
                id=key_of(PREFIX, input.id),
                version=input.version,
                digest=input.preview_digest,
            ),
        )

    @strawberry.mutation(description="补正后提交")
    async def resubmit_registration(
        self, info: Info, input: Annotated[ResubmitRegistrationInput, INPUT]
    ) -> ResubmitRegistrationPayload:
        step = filing.resubmit_registration.once(input.idempotency_key)
        return await run(
            info,
            ResubmitRegistrationPayload,
            step(
                viewer_of(info),
                id=key_of(PREFIX, input.id),
                version=input.version,
                digest=input.preview_digest,
            ),
        )

    @strawberry.mutation(description="撤回")
    async def withdraw_registration(
        self, info: Info, input: Annotated[WithdrawRegistrationInput, INPUT]
    ) -> WithdrawRegistrationPayload:
        step = withdrawing.withdraw_registration.once(input.idempotency_key)
        return await run(
            info,
            WithdrawRegistrationPayload,
            step(
                viewer_of(info),
                id=key_of(PREFIX, input.id),
                version=input.version,
                reason=input.reason or None,
            ),
        )

    @strawberry.mutation(description="已进入审核，申请撤回")
    async def request_withdrawal(
        self, info: Info, input: Annotated[RequestWithdrawalInput, INPUT]
    ) -> RequestWithdrawalPayload:
        step = withdrawing.request_withdrawal.once(input.idempotency_key)
        return await run(
            info,
            RequestWithdrawalPayload,
            step(viewer_of(info), id=key_of(PREFIX, input.id), version=input.version, reason=input.reason),
        )

    @strawberry.mutation(description="删除草稿")
    async def discard_registration(
        self, info: Info, input: Annotated[DiscardRegistrationInput, INPUT]
    ) -> DiscardRegistrationPayload:
        step = filing.discard_registration.once(input.idempotency_key)
        return await run(
            info,
            DiscardRegistrationPayload,
            step(viewer_of(info), id=key_of(PREFIX, input.id), version=input.version),
        )
