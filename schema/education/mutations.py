"""Mutations of class hours: by the person; joined and judged by reviewers too."""

from datetime import date
from typing import Annotated

import strawberry

from models.authorities.kinds import Profession
from models.education import steps
from models.education.checks import Study
from models.education.tables import HoursRecord as HoursRow
from models.files.tables import StoredFile
from models.kernel.ids import key_of
from schema.common.context import Info, viewer_of
from schema.common.mutations import INPUT, Payload, payload, run
from schema.education.types import HoursRecord
from schema.inputs import optional

PREFIX = HoursRow.prefix


@strawberry.input(description="添加学时记录：输入")
class AddHoursRecordInput:
    profession: Profession = strawberry.field(description="执业资格")
    specialty_id: strawberry.ID | None = optional("所学专业")
    provider_name: str = strawberry.field(description="培训机构")
    course_name: str = strawberry.field(description="课程")
    hours: float = strawberry.field(description="学时，以半学时为单位")
    from_: date = strawberry.field(name="from", description="起")
    until: date = strawberry.field(description="止")
    proof_file_id: strawberry.ID | None = optional("证书")
    idempotency_key: str = strawberry.field(description="幂等键：同键同内容得同一回答")


@payload("添加学时记录：结果")
class AddHoursRecordPayload(Payload):
    record: HoursRecord | None = strawberry.field(default=None, description="继续教育学时")


@strawberry.input(description="修改学时记录：输入")
class UpdateHoursRecordInput:
    id: strawberry.ID = strawberry.field(description="对象")
    version: int = strawberry.field(description="读到的版本")
    profession: Profession = strawberry.field(description="执业资格")
    specialty_id: strawberry.ID | None = optional("所学专业")
    provider_name: str = strawberry.field(description="培训机构")
    course_name: str = strawberry.field(description="课程")
    hours: float = strawberry.field(description="学时，以半学时为单位")
    from_: date = strawberry.field(name="from", description="起")
    until: date = strawberry.field(description="止")
    proof_file_id: strawberry.ID | None = optional("证书")
    idempotency_key: str = strawberry.field(description="幂等键：同键同内容得同一回答")


@payload("修改学时记录：结果")
class UpdateHoursRecordPayload(Payload):
    record: HoursRecord | None = strawberry.field(default=None, description="继续教育学时")


@strawberry.input(description="删除学时记录：输入")
class RemoveHoursRecordInput:
    id: strawberry.ID = strawberry.field(description="对象")
    version: int = strawberry.field(description="读到的版本")
    idempotency_key: str = strawberry.field(description="幂等键：同键同内容得同一回答")


@payload("删除学时记录：结果")
class RemoveHoursRecordPayload(Payload):
    record: HoursRecord | None = strawberry.field(default=None, description="继续教育学时")


@strawberry.input(description="与导入的记录合并：输入")
class JoinHoursRecordInput:
    id: strawberry.ID = strawberry.field(description="对象")
    version: int = strawberry.field(description="读到的版本")
    with_id: strawberry.ID = strawberry.field(description="导入的记录")
    idempotency_key: str = strawberry.field(description="幂等键：同键同内容得同一回答")


@payload("与导入的记录合并：结果")
class JoinHoursRecordPayload(Payload):
    record: HoursRecord | None = strawberry.field(default=None, description="继续教育学时")


@strawberry.input(description="认定自填学时：输入")
class ConfirmHoursRecordInput:
    id: strawberry.ID = strawberry.field(description="对象")
    version: int = strawberry.field(description="读到的版本")
    idempotency_key: str = strawberry.field(description="幂等键：同键同内容得同一回答")


@payload("认定自填学时：结果")
class ConfirmHoursRecordPayload(Payload):
    record: HoursRecord | None = strawberry.field(default=None, description="继续教育学时")


@strawberry.input(description="不认定自填学时：输入")
class RejectHoursRecordInput:
    id: strawberry.ID = strawberry.field(description="对象")
    version: int = strawberry.field(description="读到的版本")
    reason: str = strawberry.field(description="原因")
    idempotency_key: str = strawberry.field(description="幂等键：同键同内容得同一回答")


@payload("不认定自填学时：结果")
class RejectHoursRecordPayload(Payload):
    record: HoursRecord | None = strawberry.field(default=None, description="继续教育学时")


@strawberry.type
class Mutation:
    """By the person; by a reviewer who holds an application of the person."""

    @strawberry.mutation(description="添加学时记录")
    async def add_hours_record(
        self, info: Info, input: Annotated[AddHoursRecordInput, INPUT]
    ) -> AddHoursRecordPayload:
        step = steps.add_hours_record.once(input.idempotency_key)
        return await run(
            info,
            AddHoursRecordPayload,
            step(
                viewer_of(info),
                study=study_of(input),
                proof_file_id=proof_of(input),
            ),
        )

    @strawberry.mutation(description="修改学时记录")
    async def update_hours_record(
        self, info: Info, input: Annotated[UpdateHoursRecordInput, INPUT]
    ) -> UpdateHoursRecordPayload:
        step = steps.update_hours_record.once(input.idempotency_key)
        return await run(
            info,
            UpdateHoursRecordPayload,
            step(
                viewer_of(info),
                id=key_of(PREFIX, input.id),
                version=input.version,
                study=study_of(input),
                proof_file_id=proof_of(input),
            ),
        )

    @strawberry.mutation(description="删除学时记录")
    async def remove_hours_record(
        self, info: Info, input: Annotated[RemoveHoursRecordInput, INPUT]
    ) -> RemoveHoursRecordPayload:
        step = steps.remove_hours_record.once(input.idempotency_key)
        return await run(
            info,
            RemoveHoursRecordPayload,
            step(
                viewer_of(info),
                id=key_of(PREFIX, input.id),
                version=input.version,
            ),
        )

    @strawberry.mutation(description="与导入的记录合并，只计一次")
    async def join_hours_record(
        self, info: Info, input: Annotated[JoinHoursRecordInput, INPUT]
    ) -> JoinHoursRecordPayload:
        step = steps.join_hours_record.once(input.idempotency_key)
        return await run(
            info,
            JoinHoursRecordPayload,
            step(
                viewer_of(info),
                id=key_of(PREFIX, input.id),
                version=input.version,
                with_id=key_of(PREFIX, input.with_id),
            ),
        )

    @strawberry.mutation(description="认定自填学时")
    async def confirm_hours_record(
        self, info: Info, input: Annotated[ConfirmHoursRecordInput, INPUT]
    ) -> ConfirmHoursRecordPayload:
        step = steps.confirm_hours_record.once(input.idempotency_key)
        return await run(
            info,
            ConfirmHoursRecordPayload,
            step(
                viewer_of(info),
                id=key_of(PREFIX, input.id),
                version=input.version,
            ),
        )

    @strawberry.mutation(description="不认定自填学时")
    async def reject_hours_record(
        self, info: Info, input: Annotated[RejectHoursRecordInput, INPUT]
    ) -> RejectHoursRecordPayload:
        step = steps.reject_hours_record.once(input.idempotency_key)
        return await run(
            info,
            RejectHoursRecordPayload,
            step(
                viewer_of(info),
                id=key_of(PREFIX, input.id),
                version=input.version,
                reason=input.reason,
            ),
        )


def study_of(given: AddHoursRecordInput | UpdateHoursRecordInput) -> Study:
    return Study(
        profession=given.profession,
        specialty=given.specialty_id or None,
        provider_name=given.provider_name,
        course_name=given.course_name,
        hours=given.hours,
        since=given.from_,
        until=given.until,
    )


def proof_of(given: AddHoursRecordInput | UpdateHoursRecordInput) -> int | None:
    return key_of(StoredFile.prefix, given.proof_file_id) if given.proof_file_id else None
