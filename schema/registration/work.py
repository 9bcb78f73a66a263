"""Mutations of claims: claim, keep, release, reassign."""

from typing import Annotated

import strawberry

from models.authorities.tables import Reviewer
from models.kernel.ids import key_of
from models.registration.steps import claiming
from models.registration.tables import WorkItem as WorkItemRow
from schema.common.context import Info, viewer_of
from schema.common.mutations import INPUT, Payload, payload, run
from schema.inputs import optional
from schema.registration.filters import WorkFilter, wanted_of
from schema.registration.types import WorkItem

PREFIX = WorkItemRow.prefix


@strawberry.input(description="领取：输入")
class ClaimWorkInput:
    id: strawberry.ID = strawberry.field(description="对象")
    idempotency_key: str = strawberry.field(description="幂等键：同键同内容得同一回答")


@payload("领取：结果")
class ClaimWorkPayload(Payload):
    work_item: WorkItem | None = strawberry.field(default=None, description="一件待办")


@strawberry.input(description="领取最急的下一件：输入")
class ClaimNextWorkInput:
    filter: WorkFilter | None = optional("范围")
    idempotency_key: str = strawberry.field(description="幂等键：同键同内容得同一回答")


@payload("领取最急的下一件：结果")
class ClaimNextWorkPayload(Payload):
    work_item: WorkItem | None = strawberry.field(default=None, description="一件待办")


@strawberry.input(description="领取续期：输入")
class KeepClaimInput:
    id: strawberry.ID = strawberry.field(description="对象")
    fence: int = strawberry.field(description="领取序号")


@payload("领取续期：结果")
class KeepClaimPayload(Payload):
    work_item: WorkItem | None = strawberry.field(default=None, description="一件待办")


@strawberry.input(description="退领：输入")
class ReleaseWorkInput:
    id: strawberry.ID = strawberry.field(description="对象")
    fence: int | None = optional("领取序号")
    idempotency_key: str = strawberry.field(description="幂等键：同键同内容得同一回答")


@payload("退领：结果")
class ReleaseWorkPayload(Payload):
    work_item: WorkItem | None = strawberry.field(default=None, description="一件待办")


@strawberry.input(description="转办：输入")
class ReassignWorkInput:
    id: strawberry.ID = strawberry.field(description="对象")
    reviewer_id: strawberry.ID = strawberry.field(description="转给")
    reason: str = strawberry.field(description="原因")
    idempotency_key: str = strawberry.field(description="幂等键：同键同内容得同一回答")


@payload("转办：结果")
class ReassignWorkPayload(Payload):
    work_item: WorkItem | None = strawberry.field(default=None, description="一件待办")


@strawberry.type
class WorkMutations:
    """By reviewers and heads."""

    @strawberry.mutation(description="领取")
    async def claim_work(self, info: Info, input: Annotated[ClaimWorkInput, INPUT]) -> ClaimWorkPayload:
        step = claiming.claim_work.once(input.idempotency_key)
        return await run(info, ClaimWorkPayload, step(viewer_of(info), id=key_of(PREFIX, input.id)))

    @strawberry.mutation(description="领取最急的下一件")
    async def claim_next_work(
        self, info: Info, input: Annotated[ClaimNextWorkInput, INPUT]
    ) -> ClaimNextWorkPayload:
        step = claiming.claim_next_work.once(input.idempotency_key)
        return await run(
            info, ClaimNextWorkPayload, step(viewer_of(info), wanted=wanted_of(input.filter or None))
        )

    @strawberry.mutation(description="领取续期")
    async def keep_claim(self, info: Info, input: Annotated[KeepClaimInput, INPUT]) -> KeepClaimPayload:
        step = claiming.keep_claim(viewer_of(info), id=key_of(PREFIX, input.id), fence=input.fence)
        return await run(info, KeepClaimPayload, step)

    @strawberry.mutation(description="退领")
    async def release_work(self, info: Info, input: Annotated[ReleaseWorkInput, INPUT]) -> ReleaseWorkPayload:
        step = claiming.release_work.once(input.idempotency_key)
        return await run(
            info,
            ReleaseWorkPayload,
            step(viewer_of(info), id=key_of(PREFIX, input.id), fence=input.fence or None),
        )

    @strawberry.mutation(description="转办")
    async def reassign_work(
        self, info: Info, input: Annotated[ReassignWorkInput, INPUT]
    ) -> ReassignWorkPayload:
        step = claiming.reassign_work.once(input.idempotency_key)
        return await run(
            info,
            ReassignWorkPayload,
            step(
                viewer_of(info),
                id=key_of(PREFIX, input.id),
                reviewer_id=key_of(Reviewer.prefix, input.reviewer_id),
                reason=input.reason,
            ),
        )
