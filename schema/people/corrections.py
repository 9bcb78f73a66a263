"""Corrections of what the register says of a person."""

from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING, Annotated

import strawberry

from models.authorities.kinds import Profession
from models.files.tables import StoredFile
from models.kernel.ids import key_of
from models.kernel.viewer import Viewer
from models.people.corrections import steps
from models.people.corrections.kinds import CorrectionState
from models.people.corrections.reads import visible_to
from models.people.corrections.shown import differences
from models.people.corrections.steps import Wanted
from models.people.corrections.tables import IdentityCorrection as CorrectionRow
from models.people.corrections.workflow import CORRECTION, correction_actions
from models.people.kinds import IdentityKind
from schema.authorities.types import Authority
from schema.common.context import Info, viewer_of
from schema.common.findings import AvailableAction, Difference, actions
from schema.common.interfaces import Subject
from schema.common.mutations import INPUT, Payload, payload, run
from schema.inputs import optional
from schema.people.persons import Person
from schema.plans.binding import rows
from schema.plans.connection import Connection
from schema.plans.declare import column, computed, connection, loaded, many, one, where

if TYPE_CHECKING:
    from schema.files import File

PREFIX = CorrectionRow.prefix
KEY = "幂等键：同键同内容得同一回答"
TITLE = "证件信息更正"


def title_of() -> str:
    return TITLE


def status_of(state: CorrectionState) -> str:
    return CORRECTION.words[state]


async def actions_of(viewer: Viewer, rows: Sequence[CorrectionRow]) -> list[list[AvailableAction]]:
    return [actions(correction_actions(viewer, row)) for row in rows]


@rows(CorrectionRow, visible=visible_to, prefix=PREFIX, description=TITLE)
class IdentityCorrection(Subject):
    title: str = computed(title_of)
    status: str | None = computed(status_of)
    available_actions: list[AvailableAction] = loaded(actions_of)
    state: CorrectionState = column(description="状态")
    profession: Profession = column(description="执业资格")
    person: Person | None = one(description="人员")
    body: Authority = one(inherits=True, description="核对证件的注册机构")
    authority: Authority = one(inherits=True, description="现在由谁办理")
    differences: list[Difference] = loaded(differences, description="登记的与应为的，按查看者遮盖")
    proofs: list[Annotated["File", strawberry.lazy("schema.files")]] = many("proof_ids", description="证明")
    reason: str | None = column(description="不通过原因")


@strawberry.input(description="证件信息更正筛选")
class CorrectionFilter:
    states: list[CorrectionState] | None = where("state", "in", description="状态")


@strawberry.type
class CorrectionQuery:
    """One's own, or what waits at the reviewer's authority."""

    identity_corrections: Connection[IdentityCorrection] = connection(
        filter=CorrectionFilter, order="-id", description=TITLE
    )


@strawberry.input(description="申请更正证件信息：输入")
class RequestIdentityCorrectionInput:
    name: str | None = optional("正确姓名")
    identity_kind: IdentityKind | None = optional("正确证件类型")
    identity_number: str | None = optional("正确证件号")
    birth_date: date | None = optional("正确出生日期")
    proof_file_ids: list[strawberry.ID] = strawberry.field(description="证明")
    idempotency_key: str = strawberry.field(description=KEY)

    def wanted(self) -> Wanted:
        return Wanted(
            self.name or None,
            self.identity_kind or None,
            self.identity_number or None,
            self.birth_date or None,
        )


@strawberry.input(description="办理更正申请：输入")
class HandleIdentityCorrectionInput:
    id: strawberry.ID = strawberry.field(description="对象")
    version: int = strawberry.field(description="读到的版本")
    idempotency_key: str = strawberry.field(description=KEY)


@strawberry.input(description="更正不通过：输入")
class RefuseIdentityCorrectionInput:
    id: strawberry.ID = strawberry.field(description="对象")
    version: int = strawberry.field(description="读到的版本")
    reason: str = strawberry.field(description="原因")
    idempotency_key: str = strawberry.field(description=KEY)


@payload("更正申请：结果")
class IdentityCorrectionPayload(Payload):
    correction: IdentityCorrection | None = strawberry.field(default=None, description=TITLE)


@strawberry.type
class CorrectionMutations:
    """Asked for by the person, confirmed by the body, applied by the centre."""

    @strawberry.mutation(description="申请更正证件信息")
    async def request_identity_correction(
        self, info: Info, input: Annotated[RequestIdentityCorrectionInput, INPUT]
    ) -> IdentityCorrectionPayload:
        step = steps.request_identity_correction.once(input.idempotency_key)
        proofs = [key_of(StoredFile.prefix, one) for one in input.proof_file_ids]
        done = step(viewer_of(info), wanted=input.wanted(), proof_ids=proofs)
        return await run(info, IdentityCorrectionPayload, done)

    @strawberry.mutation(description="撤回更正申请")
    async def withdraw_identity_correction(
        self, info: Info, input: Annotated[HandleIdentityCorrectionInput, INPUT]
    ) -> IdentityCorrectionPayload:
        step = steps.withdraw_identity_correction.once(input.idempotency_key)
        done = step(viewer_of(info), id=key_of(PREFIX, input.id), version=input.version)
        return await run(info, IdentityCorrectionPayload, done)

    @strawberry.mutation(description="注册机构确认更正")
    async def confirm_identity_correction(
        self, info: Info, input: Annotated[HandleIdentityCorrectionInput, INPUT]
    ) -> IdentityCorrectionPayload:
        step = steps.confirm_identity_correction.once(input.idempotency_key)
        done = step(viewer_of(info), id=key_of(PREFIX, input.id), version=input.version)
        return await run(info, IdentityCorrectionPayload, done)

    @strawberry.mutation(description="注册管理中心更改登记信息")
    async def apply_identity_correction(
        self, info: Info, input: Annotated[HandleIdentityCorrectionInput, INPUT]
    ) -> IdentityCorrectionPayload:
        step = steps.apply_identity_correction.once(input.idempotency_key)
        done = step(viewer_of(info), id=key_of(PREFIX, input.id), version=input.version)
        return await run(info, IdentityCorrectionPayload, done)

    @strawberry.mutation(description="更正不通过")
    async def refuse_identity_correction(
        self, info: Info, input: Annotated[RefuseIdentityCorrectionInput, INPUT]
    ) -> IdentityCorrectionPayload:
        step = steps.refuse_identity_correction.once(input.idempotency_key)
        key = key_of(PREFIX, input.id)
        done = step(viewer_of(info), id=key, version=input.version, reason=input.reason)
        return await run(info, IdentityCorrectionPayload, done)
