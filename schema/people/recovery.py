"""Recovery of a password by the authority in charge."""

from collections.abc import Sequence
from datetime import datetime
from typing import Annotated

import strawberry

from models.authorities.kinds import Profession
from models.kernel.ids import key_of
from models.kernel.viewer import Viewer
from models.people import shown
from models.people.kinds import RecoveryState
from models.people.reads import recoveries_visible_to
from models.people.steps import recovery
from models.people.steps.recovery import RecoveryAsked
from models.people.tables import RecoveryRequest as RecoveryRow
from models.people.workflow import RECOVERY, recovery_actions
from schema.authorities.types import Authority
from schema.common.context import Info, viewer_of
from schema.common.findings import AvailableAction, Sensitive, actions
from schema.common.interfaces import Subject
from schema.common.mutations import INPUT, Payload, payload, run
from schema.common.sensitive import SENSITIVE
from schema.people.codes import SliderAnswerInput
from schema.plans.binding import rows
from schema.plans.connection import Connection
from schema.plans.declare import column, computed, connection, loaded, one, where

PREFIX = RecoveryRow.prefix
KEY = "幂等键：同键同内容得同一回答"


def status_of(state: RecoveryState) -> str:
    return RECOVERY.words[state]


def actions_of(
    state: RecoveryState, authority_id: int, profession: str | None, region: str, viewer: Viewer
) -> list[AvailableAction]:
    return actions(recovery_actions(viewer, state, authority_id, profession, region))


async def holders(viewer: Viewer, rows: Sequence[RecoveryRow]) -> list[shown.Shown]:
    return await shown.recovery_holders(viewer, [row.account_id for row in rows])


@rows(RecoveryRow, visible=recoveries_visible_to, prefix=PREFIX, description="密码重置申请")
class RecoveryRequest(Subject):
    title: str = computed(shown.recovery_title)
    status: str | None = computed(status_of)
    available_actions: list[AvailableAction] = computed(actions_of)
    state: RecoveryState = column(description="状态")
    login: Sensitive = computed(shown.recovery_login, description="登录名")
    holder: Sensitive = loaded(holders, description="账号登记的姓名或单位名称，与证件核对")
    contact_mobile: Sensitive = computed(shown.recovery_mobile, description="联系手机，一次性代码发往这里")
    authority: Authority = one(inherits=True, description="受理机构")
    papers_seen: list[str] = column(description="核对过的证件")
    expires_at: datetime = column(description="何时失效")


@strawberry.input(description="密码重置申请筛选")
class RecoveryFilter:
    state: RecoveryState | None = where("state", description="状态")


@strawberry.type
class RecoveryQuery:
    """What waits for an acceptor or administrator."""

    recovery_requests: Connection[RecoveryRequest] = connection(
        filter=RecoveryFilter, order="id", description="密码重置申请"
    )


@strawberry.input(description="没有邮箱和手机时：输入")
class RequestRecoveryInput:
    login: str = strawberry.field(description="登录名")
    profession: Profession | None = strawberry.field(default=strawberry.UNSET, description="执业资格")
    region_code: str = strawberry.field(description="所在省份")
    contact_mobile: str = strawberry.field(description="联系手机")
    slider: SliderAnswerInput = strawberry.field(description="滑块")
    idempotency_key: str = strawberry.field(description=KEY)

    def asked(self) -> RecoveryAsked:
        return RecoveryAsked(self.login, self.region_code, self.contact_mobile, self.profession or None)


@strawberry.input(description="同意重置密码：输入")
class GrantRecoveryInput:
    id: strawberry.ID = strawberry.field(description="对象")
    version: int = strawberry.field(description="读到的版本")
    papers_seen: list[str] = strawberry.field(description="核对过的证件")
    idempotency_key: str = strawberry.field(description=KEY)


@strawberry.input(description="不同意重置密码：输入")
class RefuseRecoveryInput:
    id: strawberry.ID = strawberry.field(description="对象")
    version: int = strawberry.field(description="读到的版本")
    reason: str = strawberry.field(description="原因")
    idempotency_key: str = strawberry.field(description=KEY)


@payload("没有邮箱和手机时：结果")
class RequestRecoveryPayload(Payload):
    """Its cursor is never given: it would tell whether there is such an account."""

    submitted: bool | None = strawberry.field(default=None, description="已提交；无论账号是否存在，回答相同")


@payload("同意重置密码：结果")
class GrantRecoveryPayload(Payload):
    recovery: RecoveryRequest | None = strawberry.field(default=None, description="密码重置申请")


@payload("不同意重置密码：结果")
class RefuseRecoveryPayload(Payload):
    recovery: RecoveryRequest | None = strawberry.field(default=None, description="密码重置申请")


@strawberry.type
class RecoveryMutations:
    """Asked for by anybody, decided by the authority in charge."""

    @strawberry.mutation(description="没有邮箱和手机时，向主管机构申请重置", metadata=SENSITIVE)
    async def request_recovery(
        self, info: Info, input: Annotated[RequestRecoveryInput, INPUT]
    ) -> RequestRecoveryPayload:
        step = recovery.ask_for_recovery(
            viewer_of(info), input.asked(), input.slider.answer(), info.context.address, input.idempotency_key
        )
        given = await run(info, RequestRecoveryPayload, step, submitted=lambda _: True)
        given.cursor = None
        return given

    @strawberry.mutation(description="同意重置密码，一次性代码直接发给申请人", metadata=SENSITIVE)
    async def grant_recovery(
        self, info: Info, input: Annotated[GrantRecoveryInput, INPUT]
    ) -> GrantRecoveryPayload:
        step = recovery.grant_recovery.once(input.idempotency_key)
        key = key_of(PREFIX, input.id)
        done = step(viewer_of(info), id=key, version=input.version, papers_seen=input.papers_seen)
        return await run(info, GrantRecoveryPayload, done)

    @strawberry.mutation(description="不同意重置密码")
    async def refuse_recovery(
        self, info: Info, input: Annotated[RefuseRecoveryInput, INPUT]
    ) -> RefuseRecoveryPayload:
        step = recovery.refuse_recovery.once(input.idempotency_key)
        key = key_of(PREFIX, input.id)
        done = step(viewer_of(info), id=key, version=input.version, reason=input.reason)
        return await run(info, RefuseRecoveryPayload, done)
