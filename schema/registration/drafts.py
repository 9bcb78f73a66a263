"""Mutations of drafts: start, pledge, save, attach, choose."""

from typing import Annotated

import strawberry

from models.authorities.kinds import Profession
from models.authorities.tables import Authority as AuthorityRow
from models.files.tables import StoredFile
from models.kernel.ids import key_of
from models.people.examinations import ExaminationRecords, NoRecords, RecordsDesk
from models.registration.kinds import (
    AttachmentKind,
    ChangeItem,
    CredentialKind,
    RegistrationKind,
    ReissueReason,
)
from models.registration.steps import drafting, files
from models.registration.steps.qualifying import with_qualification
from models.registration.tables import Attachment as AttachmentRow
from models.registration.tables import Registration as RegistrationRow
from schema.common.context import Info, viewer_of
from schema.common.mutations import INPUT, Payload, payload, run
from schema.inputs import optional
from schema.registration.inputs import (
    BasicInformationInput,
    DeliveryInput,
    EmploymentInformationInput,
    about,
    changes_of,
    chosen_specialties,
    of_kinds,
)
from schema.registration.types import Registration

PREFIX = RegistrationRow.prefix


@strawberry.input(description="开始一件注册申请：输入")
class StartRegistrationInput:
    profession: Profession = strawberry.field(description="执业资格")
    kind: RegistrationKind = strawberry.field(description="注册种类")
    certificate_id: strawberry.ID | None = optional("所依据的注册证")
    person_id: strawberry.ID | None = optional("强制注销的人员，仅单位可填")
    idempotency_key: str = strawberry.field(description="幂等键：同键同内容得同一回答")


@payload("开始一件注册申请：结果")
class StartRegistrationPayload(Payload):
    registration: Registration | None = strawberry.field(default=None, description="注册申请")


@strawberry.input(description="勾选诚信承诺书：输入")
class AcceptPledgeInput:
    id: strawberry.ID = strawberry.field(description="对象")
    version: int = strawberry.field(description="读到的版本")
    pledge_edition: str = strawberry.field(description="所读承诺书的版本")
    idempotency_key: str = strawberry.field(description="幂等键：同键同内容得同一回答")


@payload("勾选诚信承诺书：结果")
class AcceptPledgePayload(Payload):
    registration: Registration | None = strawberry.field(default=None, description="注册申请")


@strawberry.input(description="保存：输入")
class SaveRegistrationInput:
    id: strawberry.ID = strawberry.field(description="对象")
    version: int = strawberry.field(description="读到的版本")
    basic: BasicInformationInput | None = optional("基本信息")
    employment: EmploymentInformationInput | None = optional("聘用单位信息")
    changes: list[ChangeItem] | None = optional("变更项")
    reissue_of: list[CredentialKind] | None = optional("补办对象")
    reissue_reason: ReissueReason | None = optional("补办原因")
    reason: str | None = optional("申请原因")
    specialty_ids: list[strawberry.ID] | None = optional("注册专业类别")
    delivery: DeliveryInput | None = optional("领取方式")
    idempotency_key: str = strawberry.field(description="幂等键：同键同内容得同一回答")


@payload("保存：结果")
class SaveRegistrationPayload(Payload):
    registration: Registration | None = strawberry.field(default=None, description="注册申请")


@strawberry.input(description="上传附件：输入")
class AttachToRegistrationInput:
    id: strawberry.ID = strawberry.field(description="对象")
    version: int = strawberry.field(description="读到的版本")
    kind: AttachmentKind = strawberry.field(description="种类")
    file_id: strawberry.ID = strawberry.field(description="文件")
    idempotency_key: str = strawberry.field(description="幂等键：同键同内容得同一回答")


@payload("上传附件：结果")
class AttachToRegistrationPayload(Payload):
    registration: Registration | None = strawberry.field(default=None, description="注册申请")


@strawberry.input(description="删除附件：输入")
class DetachFromRegistrationInput:
    id: strawberry.ID = strawberry.field(description="对象")
    version: int = strawberry.field(description="读到的版本")
    attachment_id: strawberry.ID = strawberry.field(description="附件")
    idempotency_key: str = strawberry.field(description="幂等键：同键同内容得同一回答")


@payload("删除附件：结果")
class DetachFromRegistrationPayload(Payload):
    registration: Registration | None = strawberry.field(default=None, description="注册申请")


@strawberry.input(description="选择受理或初审机构：输入")
class ChooseAuthorityInput:
    id: strawberry.ID = strawberry.field(description="对象")
    version: int = strawberry.field(description="读到的版本")
    authority_id: strawberry.ID = strawberry.field(description="机构")
    idempotency_key: str = strawberry.field(description="幂等键：同键同内容得同一回答")


@payload("选择受理或初审机构：结果")
class ChooseAuthorityPayload(Payload):
    registration: Registration | None = strawberry.field(default=None, description="注册申请")


@strawberry.type
class DraftMutations:
    """By the filer."""

    @strawberry.mutation(description="开始一件注册申请，得到草稿")
    async def start_registration(
        self, info: Info, input: Annotated[StartRegistrationInput, INPUT]
    ) -> StartRegistrationPayload:
        step = drafting.start_registration.once(input.idempotency_key)
        return await run(
            info,
            StartRegistrationPayload,
            step(viewer_of(info), profession=input.profession, kind=input.kind, **about(input)),
        )

    @strawberry.mutation(description="勾选诚信承诺书")
    async def accept_pledge(
        self, info: Info, input: Annotated[AcceptPledgeInput, INPUT]
    ) -> AcceptPledgePayload:
        step = drafting.accept_pledge.once(input.idempotency_key)
        return await run(
            info,
            AcceptPledgePayload,
            step(
                viewer_of(info),
                id=key_of(PREFIX, input.id),
                version=input.version,
                pledge_edition=input.pledge_edition,
            ),
        )

    @strawberry.mutation(description="保存：任何一步，允许不完整")
    async def save_registration(
        self, info: Info, input: Annotated[SaveRegistrationInput, INPUT]
    ) -> SaveRegistrationPayload:
        viewer, records = viewer_of(info), records_of(info)
        save = drafting.save_registration.once(input.idempotency_key)(
            viewer,
            id=key_of(PREFIX, input.id),
            version=input.version,
            changes=changes_of(input.basic or None, input.employment or None, input.delivery or None)
            | chosen_specialties(input.specialty_ids)
            | of_kinds(input),
        )
        step = with_qualification(viewer, save, records)
        return await run(info, SaveRegistrationPayload, step)

    @strawberry.mutation(description="上传附件")
    async def attach_to_registration(
        self, info: Info, input: Annotated[AttachToRegistrationInput, INPUT]
    ) -> AttachToRegistrationPayload:
        step = files.attach_to_registration.once(input.idempotency_key)
        return await run(
            info,
            AttachToRegistrationPayload,
            step(
                viewer_of(info),
                id=key_of(PREFIX, input.id),
                version=input.version,
                kind=input.kind,
                file_id=key_of(StoredFile.prefix, input.file_id),
            ),
        )

    @strawberry.mutation(description="删除附件")
    async def detach_from_registration(
        self, info: Info, input: Annotated[DetachFromRegistrationInput, INPUT]
    ) -> DetachFromRegistrationPayload:
        step = files.detach_from_registration.once(input.idempotency_key)
        return await run(
            info,
            DetachFromRegistrationPayload,
            step(
                viewer_of(info),
                id=key_of(PREFIX, input.id),
                version=input.version,
                attachment_id=key_of(AttachmentRow.prefix, input.attachment_id),
            ),
        )

    @strawberry.mutation(description="选择受理或初审机构")
    async def choose_authority(
        self, info: Info, input: Annotated[ChooseAuthorityInput, INPUT]
    ) -> ChooseAuthorityPayload:
        step = drafting.choose_authority.once(input.idempotency_key)
        return await run(
            info,
            ChooseAuthorityPayload,
            step(
                viewer_of(info),
                id=key_of(PREFIX, input.id),
                version=input.version,
                authority_id=key_of(AuthorityRow.prefix, input.authority_id),
            ),
        )


def records_of(info: Info) -> ExaminationRecords:
    """Those that the program lends; none where it runs without them."""
    desk: RecordsDesk | None = info.context.services.get(RecordsDesk)
    return desk.records if desk else NoRecords()
