"""Mutations of batches, by the reviewers of their stage; cancelling by the head."""

from datetime import date
from typing import Annotated

import strawberry

from models.kernel.ids import key_of
from models.registration.batches.tables import Batch as BatchRow
from models.registration.batches.tables import BatchEntry as EntryRow
from models.registration.steps import batching
from schema.batches.types import Batch
from schema.common.context import Info, viewer_of
from schema.common.mutations import INPUT, Payload, payload, run

PREFIX = BatchRow.prefix


@strawberry.input(description="批次截止：输入")
class LockBatchInput:
    id: strawberry.ID = strawberry.field(description="对象")
    version: int = strawberry.field(description="读到的版本")
    idempotency_key: str = strawberry.field(description="幂等键：同键同内容得同一回答")


@payload("批次截止：结果")
class LockBatchPayload(Payload):
    batch: Batch | None = strawberry.field(default=None, description="批次")


@strawberry.input(description="某件顺延到下一批次：输入")
class DeferBatchEntryInput:
    id: strawberry.ID = strawberry.field(description="对象")
    version: int = strawberry.field(description="读到的版本")
    entry_id: strawberry.ID = strawberry.field(description="条目")
    reason: str = strawberry.field(description="原因")
    idempotency_key: str = strawberry.field(description="幂等键：同键同内容得同一回答")


@payload("某件顺延到下一批次：结果")
class DeferBatchEntryPayload(Payload):
    batch: Batch | None = strawberry.field(default=None, description="批次")


@strawberry.input(description="上报批次（盖章）：输入")
class ReportBatchInput:
    id: strawberry.ID = strawberry.field(description="对象")
    version: int = strawberry.field(description="读到的版本")
    stamp_number: str = strawberry.field(description="用印编号")
    stamped_on: date = strawberry.field(description="盖章日期")
    idempotency_key: str = strawberry.field(description="幂等键：同键同内容得同一回答")


@payload("上报批次（盖章）：结果")
class ReportBatchPayload(Payload):
    batch: Batch | None = strawberry.field(default=None, description="批次")


@strawberry.input(description="公告批次：输入")
class AnnounceBatchInput:
    id: strawberry.ID = strawberry.field(description="对象")
    version: int = strawberry.field(description="读到的版本")
    notice: str = strawberry.field(description="公告文字")
    idempotency_key: str = strawberry.field(description="幂等键：同键同内容得同一回答")


@payload("公告批次：结果")
class AnnounceBatchPayload(Payload):
    batch: Batch | None = strawberry.field(default=None, description="批次")


@strawberry.input(description="取消批次：输入")
class CancelBatchInput:
    id: strawberry.ID = strawberry.field(description="对象")
    version: int = strawberry.field(description="读到的版本")
    reason: str = strawberry.field(description="原因")
    idempotency_key: str = strawberry.field(description="幂等键：同键同内容得同一回答")


@payload("取消批次：结果")
class CancelBatchPayload(Payload):
    batch: Batch | None = strawberry.field(default=None, description="批次")


@strawberry.type
class BatchMutations:
    """Each answers at once; a batch that is reported or announced is carried out behind it."""

    @strawberry.mutation(description="批次截止")
    async def lock_batch(self, info: Info, input: Annotated[LockBatchInput, INPUT]) -> LockBatchPayload:
        step = batching.lock_batch.once(input.idempotency_key)
        return await run(
            info, LockBatchPayload, step(viewer_of(info), id=key_of(PREFIX, input.id), version=input.version)
        )

    @strawberry.mutation(description="某件顺延到下一批次")
    async def defer_batch_entry(
        self, info: Info, input: Annotated[DeferBatchEntryInput, INPUT]
    ) -> DeferBatchEntryPayload:
        step = batching.defer_batch_entry.once(input.idempotency_key)
        return await run(
            info,
            DeferBatchEntryPayload,
            step(
                viewer_of(info),
                id=key_of(PREFIX, input.id),
                version=input.version,
                entry_id=key_of(EntryRow.prefix, input.entry_id),
                reason=input.reason,
            ),
        )

    @strawberry.mutation(description="上报批次（盖章）")
    async def report_batch(self, info: Info, input: Annotated[ReportBatchInput, INPUT]) -> ReportBatchPayload:
        step = batching.report_batch.once(input.idempotency_key)
        return await run(
            info,
            ReportBatchPayload,
            step(
                viewer_of(info),
                id=key_of(PREFIX, input.id),
                version=input.version,
                stamp_number=input.stamp_number,
                stamped_on=input.stamped_on,
            ),
        )

    @strawberry.mutation(description="公告批次")
    async def announce_batch(
        self, info: Info, input: Annotated[AnnounceBatchInput, INPUT]
    ) -> AnnounceBatchPayload:
        step = batching.announce_batch.once(input.idempotency_key)
        return await run(
            info,
            AnnounceBatchPayload,
            step(viewer_of(info), id=key_of(PREFIX, input.id), version=input.version, notice=input.notice),
        )

    @strawberry.mutation(description="取消批次")
    async def cancel_batch(self, info: Info, input: Annotated[CancelBatchInput, INPUT]) -> CancelBatchPayload:
        step = batching.cancel_batch.once(input.idempotency_key)
        return await run(
            info,
            CancelBatchPayload,
            step(viewer_of(info), id=key_of(PREFIX, input.id), version=input.version, reason=input.reason),
        )
