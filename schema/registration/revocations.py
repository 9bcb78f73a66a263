"""Revocations in the graph: proposed, confirmed by a second reviewer, turned down or taken back."""

from collections.abc import AsyncIterator, Sequence
from datetime import datetime
from typing import TYPE_CHECKING, Annotated

import strawberry

from models.files.tables import StoredFile
from models.kernel.ids import key_of
from models.kernel.viewer import Viewer
from models.registration.credentials import Certificate as CertificateRow
from models.registration.revocations import reads, shown
from models.registration.revocations.kinds import RevocationState
from models.registration.revocations.tables import Revocation as RevocationRow
from models.registration.revocations.workflow import REVOCATION
from models.registration.steps import revoking
from schema.common.context import Info, viewer_of
from schema.common.enums import expose
from schema.common.findings import AvailableAction, actions
from schema.common.frames import LiveFrame
from schema.common.interfaces import Subject
from schema.common.live import Shows, Wanted, live_frames
from schema.common.mutations import INPUT, Payload, payload, run
from schema.common.scalars import Cursor
from schema.files import File
from schema.inputs import optional
from schema.plans.binding import rows
from schema.plans.connection import Connection
from schema.plans.declare import about, column, computed, connection, loaded, many, one, where
from schema.registration.live import AFTER, READ_NOW
from subscriptions.interest import about as entries_about

if TYPE_CHECKING:
    from schema.authorities import Reviewer
    from schema.registration.certificates import Certificate

expose(RevocationState, REVOCATION.words)
PREFIX = RevocationRow.prefix


async def revocation_actions(viewer: Viewer, rows: Sequence[RevocationRow]) -> list[list[AvailableAction]]:
    return [actions(shown.revocation_options(row, viewer)) for row in rows]


@rows(RevocationRow, visible=reads.visible_to, prefix=PREFIX, description="撤销注册证：一人提出，另一人复核")
class Revocation(Subject):
    title: str = computed(shown.revocation_title)
    status: str | None = computed(shown.revocation_status)
    available_actions: list[AvailableAction] = loaded(revocation_actions)
    certificate: Annotated["Certificate", strawberry.lazy("schema.registration.certificates")] | None = one(
        description="注册证"
    )
    certificate_number: str = column(description="注册证号")
    state: RevocationState = column(description="状态")
    law: str = column(description="依据")
    reason: str = column(description="理由")
    documents: list[File] = many("document_ids", description="材料")
    proposed_by: Annotated["Reviewer", strawberry.lazy("schema.authorities")] | None = one(
        description="提出人"
    )
    decided_by: Annotated["Reviewer", strawberry.lazy("schema.authorities")] | None = one(
        description="复核人"
    )
    decided_at: datetime | None = column(description="复核时间")
    answer: str | None = column(description="未同意或收回的原因")


@strawberry.input(description="撤销筛选")
class RevocationFilter:
    states: list[RevocationState] | None = where("state", "in", description="状态")


@strawberry.type(description="撤销注册证的一帧")
class RevocationFrame(LiveFrame):
    revocation: Revocation | None = about(description=READ_NOW)
    revocation_id: strawberry.Private[int | None] = None


@strawberry.type
class RevocationQuery:
    revocations: Connection[Revocation] = connection(
        filter=RevocationFilter, order=("-created_at", "-id"), description="本机构的撤销事项，最新在前"
    )


@strawberry.type
class RevocationSubscription:
    @strawberry.subscription(description="撤销注册证有变化")
    async def revocation_changed(
        self,
        info: Info,
        after: Annotated[Cursor | None, AFTER] = None,
        id: Annotated[strawberry.ID | None, strawberry.argument(description="只看这一件")] = None,
    ) -> AsyncIterator[RevocationFrame]:
        wanted = Wanted(entries_about(PREFIX, key_of(PREFIX, id) if id else None))
        async for frame in live_frames(info, after, RevocationFrame, wanted, Shows("revocation", Revocation)):
            yield frame


@strawberry.input(description="提出撤销：输入")
class ProposeRevocationInput:
    id: strawberry.ID = strawberry.field(description="注册证")
    version: int = strawberry.field(description="读到的版本")
    law: str = strawberry.field(description="依据")
    reason: str = strawberry.field(description="理由")
    file_ids: list[strawberry.ID] | None = optional("材料")
    idempotency_key: str = strawberry.field(description="幂等键：同键同内容得同一回答")


@payload("提出撤销：结果")
class ProposeRevocationPayload(Payload):
    revocation: Revocation | None = strawberry.field(default=None, description="撤销事项")


@strawberry.input(description="复核确认撤销：输入")
class ConfirmRevocationInput:
    id: strawberry.ID = strawberry.field(description="撤销事项")
    version: int = strawberry.field(description="读到的版本")
    idempotency_key: str = strawberry.field(description="幂等键：同键同内容得同一回答")


@payload("复核确认撤销：结果")
class ConfirmRevocationPayload(Payload):
    revocation: Revocation | None = strawberry.field(default=None, description="撤销事项")


@strawberry.input(description="不同意撤销：输入")
class RejectRevocationInput:
    id: strawberry.ID = strawberry.field(description="撤销事项")
    version: int = strawberry.field(description="读到的版本")
    reason: str = strawberry.field(description="原因")
    idempotency_key: str = strawberry.field(description="幂等键：同键同内容得同一回答")


@payload("不同意撤销：结果")
class RejectRevocationPayload(Payload):
    revocation: Revocation | None = strawberry.field(default=None, description="撤销事项")


@strawberry.input(description="收回撤销：输入")
class TakeBackRevocationInput:
    id: strawberry.ID = strawberry.field(description="撤销事项")
    version: int = strawberry.field(description="读到的版本")
    reason: str | None = optional("原因")
    idempotency_key: str = strawberry.field(description="幂等键：同键同内容得同一回答")


@payload("收回撤销：结果")
class TakeBackRevocationPayload(Payload):
    revocation: Revocation | None = strawberry.field(default=None, description="撤销事项")


@strawberry.type
class RevokingMutations:
    """By deciders and heads of the issuing authority; the second is never the first."""

    @strawberry.mutation(description="提出撤销注册证，由另一人复核后生效")
    async def propose_revocation(
        self, info: Info, input: Annotated[ProposeRevocationInput, INPUT]
    ) -> ProposeRevocationPayload:
        step = revoking.propose_revocation.once(input.idempotency_key)
        done = step(
            viewer_of(info),
            id=key_of(CertificateRow.prefix, input.id),
            version=input.version,
            law=input.law,
            reason=input.reason,
            documents=[key_of(StoredFile.prefix, one) for one in input.file_ids or ()],
        )
        return await run(info, ProposeRevocationPayload, done)

    @strawberry.mutation(description="复核确认：注册证即时撤销")
    async def confirm_revocation(
        self, info: Info, input: Annotated[ConfirmRevocationInput, INPUT]
    ) -> ConfirmRevocationPayload:
        step = revoking.confirm_revocation.once(input.idempotency_key)
        done = step(viewer_of(info), id=key_of(PREFIX, input.id), version=input.version)
        return await run(info, ConfirmRevocationPayload, done)

    @strawberry.mutation(description="复核不同意撤销")
    async def reject_revocation(
        self, info: Info, input: Annotated[RejectRevocationInput, INPUT]
    ) -> RejectRevocationPayload:
        step = revoking.reject_revocation.once(input.idempotency_key)
        done = step(viewer_of(info), id=key_of(PREFIX, input.id), version=input.version, reason=input.reason)
        return await run(info, RejectRevocationPayload, done)

    @strawberry.mutation(description="提出人在复核前收回")
    async def take_back_revocation(
        self, info: Info, input: Annotated[TakeBackRevocationInput, INPUT]
    ) -> TakeBackRevocationPayload:
        step = revoking.take_back_revocation.once(input.idempotency_key)
        done = step(
            viewer_of(info), id=key_of(PREFIX, input.id), version=input.version, reason=input.reason or None
        )
        return await run(info, TakeBackRevocationPayload, done)
