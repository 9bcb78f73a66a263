"""Work experience in the graph: one piece, and the mutations that list it."""

from datetime import date
from typing import Annotated

import strawberry

from models.kernel.ids import key_of
from models.registration.experience import WorkExperience as WorkRow
from models.registration.steps import experiencing
from models.registration.tables import Registration as RegistrationRow
from schema.common.context import Info, viewer_of
from schema.common.mutations import INPUT, Payload, payload, run
from schema.inputs import optional
from schema.registration.types import Registration

PREFIX = RegistrationRow.prefix


@strawberry.input(description="添加工作经历：输入")
class AddWorkExperienceInput:
    id: strawberry.ID = strawberry.field(description="对象")
    version: int = strawberry.field(description="读到的版本")
    from_: date = strawberry.field(name="from", description="起")
    until: date | None = optional("止；仍在职的留空")
    employer: str = strawberry.field(description="单位")
    work: str = strawberry.field(description="从事的工作")
    idempotency_key: str = strawberry.field(description="幂等键：同键同内容得同一回答")


@payload("添加工作经历：结果")
class AddWorkExperiencePayload(Payload):
    registration: Registration | None = strawberry.field(default=None, description="注册申请")


@strawberry.input(description="修改工作经历：输入")
class UpdateWorkExperienceInput:
    id: strawberry.ID = strawberry.field(description="对象")
    version: int = strawberry.field(description="读到的版本")
    experience_id: strawberry.ID = strawberry.field(description="工作经历")
    from_: date = strawberry.field(name="from", description="起")
    until: date | None = optional("止；仍在职的留空")
    employer: str = strawberry.field(description="单位")
    work: str = strawberry.field(description="从事的工作")
    idempotency_key: str = strawberry.field(description="幂等键：同键同内容得同一回答")


@payload("修改工作经历：结果")
class UpdateWorkExperiencePayload(Payload):
    registration: Registration | None = strawberry.field(default=None, description="注册申请")


@strawberry.input(description="删除工作经历：输入")
class RemoveWorkExperienceInput:
    id: strawberry.ID = strawberry.field(description="对象")
    version: int = strawberry.field(description="读到的版本")
    experience_id: strawberry.ID = strawberry.field(description="工作经历")
    idempotency_key: str = strawberry.field(description="幂等键：同键同内容得同一回答")


@payload("删除工作经历：结果")
class RemoveWorkExperiencePayload(Payload):
    registration: Registration | None = strawberry.field(default=None, description="注册申请")


@strawberry.type
class ExperienceMutations:
    """By the filer."""

    @strawberry.mutation(description="添加工作经历")
    async def add_work_experience(
        self, info: Info, input: Annotated[AddWorkExperienceInput, INPUT]
    ) -> AddWorkExperiencePayload:
        step = experiencing.add_work_experience.once(input.idempotency_key)
        return await run(
            info,
            AddWorkExperiencePayload,
            step(viewer_of(info), id=key_of(PREFIX, input.id), version=input.version, work=work_of(input)),
        )

    @strawberry.mutation(description="修改工作经历")
    async def update_work_experience(
        self, info: Info, input: Annotated[UpdateWorkExperienceInput, INPUT]
    ) -> UpdateWorkExperiencePayload:
        step = experiencing.update_work_experience.once(input.idempotency_key)
        return await run(
            info,
            UpdateWorkExperiencePayload,
            step(
                viewer_of(info),
                id=key_of(PREFIX, input.id),
                version=input.version,
                experience_id=key_of(WorkRow.prefix, input.experience_id),
                work=work_of(input),
            ),
        )

    @strawberry.mutation(description="删除工作经历")
    async def remove_work_experience(
        self, info: Info, input: Annotated[RemoveWorkExperienceInput, INPUT]
    ) -> RemoveWorkExperiencePayload:
        step = experiencing.remove_work_experience.once(input.idempotency_key)
        return await run(
            info,
            RemoveWorkExperiencePayload,
            step(
                viewer_of(info),
                id=key_of(PREFIX, input.id),
                version=input.version,
                experience_id=key_of(WorkRow.prefix, input.experience_id),
            ),
        )


def work_of(given: AddWorkExperienceInput | UpdateWorkExperienceInput) -> experiencing.Work:
    return experiencing.Work(
        since=given.from_, until=given.until or None, employer=given.employer, work=given.work
    )
