"""Mutations of the employer's stage, and of the printed form: report up, decline, take back; prepare the form."""

from typing import Annotated

import strawberry

from models.kernel.ids import key_of
from models.registration.steps import filing, reporting
from models.registration.tables import Registration as RegistrationRow
from schema.common.context import Info, viewer_of
from schema.common.mutations import INPUT, Payload, payload, run
from schema.registration.types import Registration

PREFIX = RegistrationRow.prefix


@strawberry.input(description="单位上报：输入")
class ReportUpRegistrationInput:
    id: strawberry.ID = strawberry.field(description="对象")
    version: int = strawberry.field(description="读到的版本")
    pledge_edition: str = strawberry.field(description="所确认承诺条款的版本")
    idempotency_key: str = strawberry.field(description="幂等键：同键同内容得同一回答")


@payload("单位上报：结果")
class ReportUpRegistrationPayload(Payload):
    registration: Registration | None = strawberry.field(default=None, description="注册申请")


@strawberry.input(description="不通过：输入")
class DeclineReportUpInput:
    id: strawberry.ID = strawberry.field(description="对象")
    version: int = strawberry.field(description="读到的版本")
    reason: str = strawberry.field(description="退回理由")
    idempotency_key: str = strawberry.field(description="幂等键：同键同内容得同一回答")


@payload("不通过：结果")
class DeclineReportUpPayload(Payload):
    registration: Registration | None = strawberry.field(default=None, description="注册申请")


@strawberry.input(description="取回上报：输入")
class TakeBackReportUpInput:
    id: strawberry.ID = strawberry.field(description="对象")
    version: int = strawberry.field(description="读到的版本")
    idempotency_key: str = strawberry.field(description="幂等键：同键同内容得同一回答")


@payload("取回上报：结果")
class TakeBackReportUpPayload(Payload):
    registration: Registration | None = strawberry.field(default=None, description="注册申请")


@strawberry.input(description="生成申请表：输入")
class PrepareApplicationFormInput:
    id: strawberry.ID = strawberry.field(description="对象")
    version: int = strawberry.field(description="读到的版本")
    idempotency_key: str = strawberry.field(description="幂等键：同键同内容得同一回答")


@payload("生成申请表：结果")
class PrepareApplicationFormPayload(Payload):
    registration: Registration | None = strawberry.field(default=None, description="注册申请")


@strawberry.type
class ReportingMutations:
    """By the employer's account; the form by the filer."""

    @strawberry.mutation(description="单位上报，须确认承诺条款")
    async def report_up_registration(
        self, info: Info, input: Annotated[ReportUpRegistrationInput, INPUT]
    ) -> ReportUpRegistrationPayload:
        step = reporting.report_up_registration.once(input.idempotency_key)
        return await run(
            info,
            ReportUpRegistrationPayload,
            step(
                viewer_of(info),
                id=key_of(PREFIX, input.id),
                version=input.version,
                pledge_edition=input.pledge_edition,
            ),
        )

    @strawberry.mutation(description="不通过，退回申请人")
    async def decline_report_up(
        self, info: Info, input: Annotated[DeclineReportUpInput, INPUT]
    ) -> DeclineReportUpPayload:
        step = reporting.decline_report_up.once(input.idempotency_key)
        return await run(
            info,
            DeclineReportUpPayload,
            step(viewer_of(info), id=key_of(PREFIX, input.id), version=input.version, reason=input.reason),
        )

    @strawberry.mutation(description="取回上报，审核人员领取前可以")
    async def take_back_report_up(
        self, info: Info, input: Annotated[TakeBackReportUpInput, INPUT]
    ) -> TakeBackReportUpPayload:
        step = reporting.take_back_report_up.once(input.idempotency_key)
        return await run(
            info,
            TakeBackReportUpPayload,
            step(viewer_of(info), id=key_of(PREFIX, input.id), version=input.version),
        )

    @strawberry.mutation(description="按现在填写的内容生成申请表，供打印、签字、盖章")
    async def prepare_application_form(
        self, info: Info, input: Annotated[PrepareApplicationFormInput, INPUT]
    ) -> PrepareApplicationFormPayload:
        step = filing.prepare_application_form.once(input.idempotency_key)
        return await run(
            info,
            PrepareApplicationFormPayload,
            step(viewer_of(info), id=key_of(PREFIX, input.id), version=input.version),
        )
